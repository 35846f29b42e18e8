select name, value from policy_setting
