-- No row: somebody changed it first. It was submitted when it first was.
update referral set state = :state::text, since = :now::timestamptz, answer_by = coalesce(:answerBy::date, answer_by),
  submitted_at = case :state::text when 'submitted' then coalesce(submitted_at, :now::timestamptz) else submitted_at end,
  version = version + 1
where id = :id::uuid and version = :version::int
