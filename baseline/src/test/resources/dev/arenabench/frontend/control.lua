-- Every statement in every form.
;;; local nothing
local one, two, three = 1, 2
local a <const>, b <close>, c < const > = 1, nil, 3
local d<const> = "folded"
local function recursive(n) return n <= 1 and 1 or n * recursive(n - 1) end
local function no_parameters() end
local function only_rest(...) return ..., (...) end
local function both(first, second, ...) local rest = { ... }; return first, second, #rest, ... end

function global() end
function table.field() end
function deeply.nested.table.field(p) return p; end
function object:method(p) return self, p end
function deeply.nested.object:method(...) return self[...] end

x = 1
x, y = y, x
t.a, t["b"], t[1], f().c, (g()).d, h:m().e = 1, 2, 3, 4, 5, f()
f()
f(1)(2)(3)
f "x" 'y' [[z]] { 1 } (2)
o:m():n "x" :p { q = 1 } .r [s] ()
o.p:m(a, b, ...)
;("literal"):method()
;(f or g)(x)

do end
do local scoped = 1 end
do do do ; end end end

while false do end
while x < 10 do x = x + 1 if x == 5 then break end end

repeat until true
repeat local inner = x; x = inner - 1 until inner <= 0

if x then end
if x then f() else g() end
if x then f() elseif y then g() end
if x then f() elseif y then g() elseif z then h() else i() end
if (x) then else end
if x then return end

for i = 1, 10 do end
for i = 10, 1, -1 do print(i) end
for i = f(), g(), h() do if i then break; end end
for k in pairs(t) do end
for k, v in next, t do t[k] = nil end
for a, b, c, d in iterate(t, 1, nil, closing) do goto continue ::continue:: end

do
  goto forward
  local skipped_not
  ::forward::
end
do
  local count = 0
  ::again::
  count = count + 1
  if count < 3 then goto again end
end
for i = 1, 3 do
  for j = 1, 3 do
    if i * j == 4 then goto next_i end
  end
  ::next_i::
end
do ::first:: ::second:: ; ::third:: end
do goto done; do goto done end ::done:: ; end
while true do
  if a then break end
  do break end
end

local closures = {}
for i = 1, 3 do
  local kept = i
  closures[#closures + 1] = function()
    kept = kept + i
    return function(step)
      kept = kept + (step or d and 1)
      return kept, a, c
    end
  end
end

local t = {
  1, 2, 3;
  a = 1; b = 2,
  [1] = 1, ["x y"] = 2, [f()] = { }, [{}] = {},
  function() end, function(...) return ... end,
  name, name.field, name[1], name(), name:method(),
  name == other, name -- a comment before the equals sign
  --[[ and another ]] = "value",
  nested = { nested = { nested = {} } },
  ...
}

return t, function(...)
  local _ENV <const> = { print = print }
  print(...)
  return
end;
