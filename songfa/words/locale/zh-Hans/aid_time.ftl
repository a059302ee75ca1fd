file-then = 查看案件在某日的状态
file-then-lede = 每次变动均有留存；查看会被记录。
file-then-day = 日期
file-then-show = 查看
file-then-note = 您看到的是该案件在以下日期结束时的状态：
file-then-back = 返回当前
file-then-outside = 请选择{ $first }至{ $last }之间的日期。
problem-no-version = 没有案件{ $number }在该日的记录，请选择之后的日期。
