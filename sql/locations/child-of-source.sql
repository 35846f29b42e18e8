-- The child of a case number, made where it is new: sql/migrations/0006-database-roles.sql says how.
select child_of_source(:sourceHmac::bytea) as id
