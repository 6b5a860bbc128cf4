#!/usr/bin/env lua
-- A warehouse: objects, closures, varargs, string handling.

local Warehouse = {}
Warehouse.__index = Warehouse
Warehouse.VERSION = "1.4"; Warehouse.limits = { shelves = 40, weight = 2.5e3, [0] = "dock"; 'north', "south" }

local format, insert = string.format, table.insert
local EMPTY <const> = {}

local function clamp(value, low, high)
  if value < low then
    return low
  elseif value > high then
    return high
  end
  return value
end

function Warehouse.new(name, ...)
  local self = setmetatable({ name = name or 'unnamed', items = {}, count = 0, }, Warehouse)
  for i = 1, select('#', ...) do
    local tag = (select(i, ...))
    self.items[#self.items + 1] = { tag = tag, amount = 0, history = {} }
  end
  return self
end

function Warehouse:find(tag)
  for index, item in ipairs(self.items) do
    if item.tag == tag then return item, index end
  end
  return nil, "no such item: " .. tostring(tag)
end

function Warehouse:store(tag, amount, note)
  local item = self:find(tag)
  if not item then
    item = { tag = tag, amount = 0, history = {} }
    insert(self.items, item)
  end
  item.amount = clamp(item.amount + amount, 0, self.limits.shelves * 100)
  item.history[#item.history + 1], self.count = { amount, note or "", os and os.time() }, self.count + 1
  return item.amount
end

function Warehouse:total(weigh)
  local sum, seen = 0, {}
  for _, item in pairs(self.items) do
    if not seen[item.tag] then
      seen[item.tag] = true
      sum = sum + item.amount * (weigh and weigh(item) or 1)
    end
  end
  return sum
end

function Warehouse.reports.daily.write(self, out, ...)
  local lines <close> = self:open(...)
  local header = format("%-20s|%8.2f|%s", self.name, self:total(), ("="):rep(12))
  out:write(header, "\n")
  for line in lines:iterate() do
    local key, value = line:match "^(%w+)%s*=%s*(.-)%s*$"
    if key == nil or #key == 0 then goto skip end
    out:write(format('%q', key), '\t', value or "?", "\r\n")
    ::skip::
  end
  return out:close(), ...
end

local handlers = {
  added = function(self, event) return self:store(event.tag, event.amount) end,
  removed = function(self, event) return self:store(event.tag, -event.amount, "gone") end,
  ["moved to"] = function(self, event, ...)
    local target = ...
    local ok, err = pcall(handlers_for[target].accept, target, event)
    if not ok then error({ code = 0x2A, message = err }, 2) end
  end,
  [1] = print, [2] = { nested = { { { deep = true } } } },
  default = function() return EMPTY end;
}

function Warehouse:dispatch(event)
  local handler = handlers[event.kind] or handlers.default
  return handler(self, event)
end

-- A queue with two ends.
local function queue()
  local first, last, list = 0, -1, {}
  return {
    push = function(value) last = last + 1; list[last] = value end,
    pop = function()
      if first > last then return end
      local value = list[first]
      list[first], first = nil, first + 1
      return value
    end,
    size = function() return last - first + 1 end,
  }
end

--[[ The main program:
     reads events, and prints what is left. ]]
local function main(arguments)
  local house = Warehouse.new(arguments[1], "bolt", "nut", "washer")
  local pending = queue()
  for line in io.lines(arguments[2] or "events.txt") do
    local kind, tag, amount = line:match("^(%a+)%s+(%S+)%s+(%d+)$")
    if kind then
      pending.push { kind = kind, tag = tag, amount = tonumber(amount) }
    else
      io.stderr:write("ignored: ", line, "\n")
    end
  end
  while pending.size() > 0 do
    local event = pending.pop()
    if event.kind == "stop" then break end
    house:dispatch(event)
  end
  repeat
    local changed = false
    for i = #house.items, 2, -1 do
      local a, b = house.items[i - 1], house.items[i]
      if a.tag > b.tag then
        house.items[i - 1], house.items[i] = b, a
        changed = true
      end
    end
  until not changed
  print(house:total(function(item) return #item.tag / 2 end), _VERSION)
end

main(arg or { "test" })
return Warehouse
