-- Every form of number, string, comment and operator.
local integers = {
  0, 7, 42, 007, 123456789, 9223372036854775807, 9223372036854775808, 18446744073709551616,
  0x0, 0xff, 0XFF, 0xDeadBeef, 0x7fffffffffffffff, 0xffffffffffffffff, 0x123456789abcdef01,
}
local floats = {
  0.0, .5, 5., 3.14159, 1e10, 1E-10, 1e+10, .5e3, 5.e-3, 6.02214076e23, 1e308, 1e309, 2.2250738585072014e-308,
  4.9e-324, 1e-400, 0.1, 0.30000000000000004, 123456789012345678901234567890, 0x.8, 0x8., 0xA.8p1, 0x1p-2,
  0x1P+4, 0x.1p4, 0x1.fffffffffffffp1023, 0xffffffffffffffffffff.0, 3e0, 0e12, 00.5,
}
local strings = {
  "", '', "plain", 'plain', "it's", 'say "so"', "tab\tnewline\nreturn\rbell\abackspace\bfeed\fvertical\v",
  "\\ \" \'", '\\ \" \'', "\0", "\00", "\000", "a\0b", "\1\12\123\255", "\65\066\0067", "\x00\x7f\xFf\x4a",
  "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\u{1FFFFF}\u{200000}\u{3FFFFFF}\u{4000000}\u{7FFFFFFF}",
  "continued \
line", "skipped \z
          blanks \z  and more", 'ends with \z
', "UTF-8: äöü € 𝄞", "eight by", "eight byt", "sixteen bytes .!", "sixteen bytes .!?", "a string that has more than three words of eight bytes",
  "\
", [[long]], [==[level ]] two ]=] inside]==], [[
first line break is dropped]], [[

but not the second]], [[ends with bracket ]=]], [=[]]]=], [===[
]]
]==]
]===],
}

--[[ a long comment
     over lines ]]
--[==[ with level ]] and ]=] inside
]==] local after_comment = 1
--[ not long
--[=not long either
---[[ nor this
--
--[[]]--[[x]] local between = 2 --[[ y ]] ;

local operators = {
  1 + 2, 3 - 4, 5 * 6, 7 / 8, 9 // 10, 11 % 12, 13 ^ 14, -15, not 16, #"17", ~18, 19 & 20, 21 | 22, 23 ~ 24,
  25 << 26, 27 >> 28, 29 .. 30, 31 < 32, 33 > 34, 35 <= 36, 37 >= 38, 39 == 40, 41 ~= 42, a and b, c or d,
  a+b-c*d/e//f%g^h..i<j, a..b..c, a^b^c, -a^b, not not a, - -a, ~~a, -~a, #-a, 2^-3, a.b.c, a["b"]["c"],
  (a), ((a)), (a).b, (a)(b), (f()), ("x"):rep(3), ({})[1], (function() end)(), a==b~=c, a<b==c>d,
  1 .. 2, a..1, a or b and c, a and b or c, 1|2~3&4<<5 ..6+7*-8^9, a-- comment
  -b, a - -b, a-(-b),
}

local names = { a, _, _a, a1, A_1_b, seven77, eight888, nine_nine, sixteen_letters_, seventeen_letters,
  a_very_long_name_that_goes_on_and_on_for_more_than_sixty_four_bytes_in_total, andy, breaking, do_it, elsewhere,
  elseifs, ending, falsey, forest, func, functional, gotcha, iffy, inn, localize, nilly, nothing, oracle,
  repeated, returns, thence, truethy, untilled, whilst, And, END, self, type, class, continue, }

x=0xep1 y=0xe+1 z=1 ..2 ~= 3
