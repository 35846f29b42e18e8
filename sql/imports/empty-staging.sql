-- Gives the space back too, which the embedded database's own housekeeping would not.
truncate staged_report, staged_episode
