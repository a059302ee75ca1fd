# What stands around the text of an official document; the text itself stands in the forms of the packs.
letter-number = No. { $number }
letter-dated = { $place }, { $d }/{ $m }/{ $y }
letter-ground = { $ground } ({ $basis }).
letter-motto-state = Socialist Republic of Vietnam
letter-motto = Independence, Freedom, Happiness
letter-copies = Copies:
letter-copies-you = As above;
letter-list = { ", " }
letter-day-free = .....................
letter-a-month = { $money } a month
letter-numbered = { $name } ({ $number })
letter-seal = (seal)
letter-replaces = This document takes the place of { $name } of { $day }.
