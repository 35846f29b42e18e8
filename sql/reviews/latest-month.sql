select to_char(period_to - 1, 'YYYY-MM') as month from run where kind = 'month' order by period_to desc limit 1
