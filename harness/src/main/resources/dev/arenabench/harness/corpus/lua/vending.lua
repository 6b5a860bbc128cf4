--- A state machine library, and a vending machine built with it.
--
-- States have `enter` and `leave` hooks and a table of transitions; a
-- transition is the name of a state, or a function that gives one. Events that
-- a state does not know go to the `any` table of the machine, and then to
-- `on_unhandled`.

local statemachine = {}

local Machine = {}

local function call_hook(machine, hook, ...)
  if hook then return hook(machine, ...) end
end

--- Make a machine.
-- @param definition { initial = name, states = {…}, any = {…}, on_change = f }
function statemachine.new(definition, fields)
  assert(type(definition.states) == "table", "a machine needs states")
  if not definition.states[definition.initial] then
    error(("initial state '%s' is not among the states"):format(tostring(definition.initial)), 2)
  end
  for name, state in pairs(definition.states) do
    for event, target in pairs(state.on or {}) do
      if type(target) == "string" and not definition.states[target] then
        error(("state '%s': event '%s' leads to '%s', which does not exist"):format(name, event, target), 2)
      end
    end
  end
  local machine = setmetatable(fields or {}, Machine)
  machine.definition = definition
  machine.state = definition.initial
  machine.history = { definition.initial }
  machine.queue = {}
  call_hook(machine, definition.states[machine.state].enter)
  return machine
end

-- Methods of the definition come before those of the class.
Machine.__index = function(machine, key)
  local definition = rawget(machine, "definition")
  local methods = definition and definition.methods
  return methods and methods[key] or Machine[key]
end

function Machine:is(...)
  for _, name in ipairs { ... } do
    if self.state == name then return true end
  end
  return false
end

function Machine:can(event)
  local state = self.definition.states[self.state]
  local any = self.definition.any
  return (state.on and state.on[event] or any and any[event]) ~= nil
end

function Machine:_go(target, event, ...)
  local states = self.definition.states
  local from = self.state
  if not states[target] then
    error(("no state '%s' (from '%s' by '%s')"):format(tostring(target), from, event), 3)
  end
  call_hook(self, states[from].leave, event, target)
  self.state = target
  self.history[#self.history + 1] = target
  call_hook(self, self.definition.on_change, from, target, event)
  call_hook(self, states[target].enter, event, ...)
end

function Machine:_handle(event, ...)
  local definition = self.definition
  local state = definition.states[self.state]
  local target = state.on and state.on[event]
  if target == nil then target = definition.any and definition.any[event] end
  if target == nil then
    call_hook(self, definition.on_unhandled, event, ...)
    return false
  end
  if type(target) == "function" then
    target = target(self, ...)
    if target == nil then return true end -- stays where it is
  end
  self:_go(target, event, ...)
  return true
end

--- Send an event. An event that is sent from inside a hook waits its turn.
function Machine:send(event, ...)
  local queue = self.queue
  queue[#queue + 1] = table.pack(event, ...)
  if self.busy then return true end
  self.busy = true
  local handled, ok, err = false, true, nil
  while ok and #queue > 0 do
    local args = table.remove(queue, 1)
    ok, err = pcall(self._handle, self, table.unpack(args, 1, args.n))
    handled = ok and (err or handled)
  end
  self.busy = false
  if not ok then
    self.queue = {}
    error(err, 0)
  end
  return handled
end

--- The machine as a graph in DOT.
function statemachine.to_dot(definition)
  local lines = { "digraph machine {", ("  start -> %q;"):format(definition.initial) }
  local names = {}
  for name in pairs(definition.states) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    for event, target in pairs(definition.states[name].on or {}) do
      if type(target) == "string" then
        lines[#lines + 1] = ("  %q -> %q [label=%q];"):format(name, target, event)
      end
    end
  end
  lines[#lines + 1] = "}"
  return table.concat(lines, "\n")
end

------------------------------------------------------------------------
-- The vending machine. Money is counted in cents.
------------------------------------------------------------------------

local coins = { 200, 100, 50, 20, 10, 5 }

local function money(cents)
  return ("%d.%02d"):format(cents // 100, cents % 100)
end

-- Change out of the coins that are there. Greedy fails when, say, 60 is due and
-- there is one 50 and three 20s; so go back when the rest cannot be paid.
local function make_change(amount, stock, index)
  index = index or 1
  if amount == 0 then return {} end
  local coin = coins[index]
  if not coin then return nil end
  for n = math.min(amount // coin, stock[coin] or 0), 0, -1 do
    local rest = make_change(amount - n * coin, stock, index + 1)
    if rest then
      if n > 0 then rest[coin] = n end
      return rest
    end
  end
  return nil
end

local vending = { initial = "idle", states = {}, methods = {} }

function vending.methods:show(text, ...)
  self.display = text:format(...)
  self.log[#self.log + 1] = self.display
end

function vending.methods:accept(coin)
  if not self.stock[coin] then
    self:show("Coin of %s is not taken", money(coin))
    return false
  end
  self.stock[coin] = self.stock[coin] + 1
  self.credit = self.credit + coin
  self:show("Credit %s", money(self.credit))
  return true
end

function vending.methods:pay_out(amount)
  local change = make_change(amount, self.stock)
  if not change then return false end
  for coin, n in pairs(change) do
    self.stock[coin] = self.stock[coin] - n
    self.returned[coin] = (self.returned[coin] or 0) + n
  end
  self.credit = self.credit - amount
  return true
end

vending.states.idle = {
  enter = function(self) self:show "Insert coins" end,
  on = {
    coin = function(self, coin) return self:accept(coin) and "paying" or nil end,
    select = function(self, slot)
      local item = self.slots[slot]
      self:show(item and "%s costs %s" or "Nothing there", item and item.name, item and money(item.price))
    end,
    service = "maintenance",
  },
}

vending.states.paying = {
  on = {
    coin = function(self, coin) self:accept(coin) end,
    cancel = "refund",
    select = function(self, slot)
      local item = self.slots[slot]
      if not item or item.count <= 0 then
        self:show "Sold out"
        return nil
      elseif self.credit < item.price then
        self:show("%s short", money(item.price - self.credit))
        return nil
      elseif not make_change(self.credit - item.price, self.stock) then
        self:show "No change, exact amount please"
        return nil
      end
      self.wanted = item
      return "dispensing"
    end,
  },
}

vending.states.dispensing = {
  enter = function(self)
    local item = self.wanted
    item.count = item.count - 1
    self.credit = self.credit - item.price
    self.tray[#self.tray + 1] = item.name
    self:show("Enjoy your %s", item.name)
    self:send(self.credit > 0 and "change" or "done")
  end,
  leave = function(self) self.wanted = nil end,
  on = { change = "refund", done = "idle" },
}

vending.states.refund = {
  enter = function(self)
    if self.credit > 0 and not self:pay_out(self.credit) then
      self:show "Please call the service"
      return self:send "fault"
    end
    self:send "done"
  end,
  on = { done = "idle", fault = "maintenance" },
}

vending.states.maintenance = {
  enter = function(self) self:show "Out of order" end,
  on = {
    fill = function(self, slot, count)
      local item = self.slots[slot]
      item.count = item.count + count
    end,
    close = "idle",
  },
}

vending.any = {
  kick = function(self) self.alarms = self.alarms + 1 end,
}

function vending.on_unhandled(self, event)
  self.ignored[#self.ignored + 1] = self.state .. "." .. event
end

local function new_vending(float)
  local stock = {}
  for _, coin in ipairs(coins) do stock[coin] = float end
  return statemachine.new(vending, {
    slots = {
      A1 = { name = "coffee", price = 120, count = 2 },
      A2 = { name = "tea", price = 90, count = 1 },
      B1 = { name = "soup", price = 165, count = 5 },
    },
    stock = stock, returned = {}, tray = {}, log = {}, ignored = {}, credit = 0, alarms = 0,
  })
end

if not ... then
  local m = new_vending(2)
  m:send("coin", 200)
  assert(m:is("paying", "refund") and m.display == "Credit 2.00")
  m:send("select", "A1")
  assert(m.state == "idle" and m.tray[1] == "coffee" and m.credit == 0)
  assert(m.returned[50] == 1 and m.returned[20] == 1 and m.returned[10] == 1)
  m:send("select", "A2")
  assert(m.display == "tea costs 0.90", m.display)
  m:send("coin", 3)
  assert(m.display == "Coin of 0.03 is not taken" and m:is "idle")
  m:send("coin", 50)
  m:send("select", "B1")
  assert(m.display == "1.15 short")
  m:send("cancel")
  assert(m:is "idle" and m.returned[50] == 2)
  m:send "cancel"
  m:send "kick"
  assert(m.ignored[1] == "idle.cancel" and m.alarms == 1 and m:can "kick")
  local change = make_change(60, { [50] = 1, [20] = 3 })
  assert(change[20] == 3 and not change[50])
  local poor = new_vending(0)
  poor:send("coin", 200)
  poor:send("select", "A1")
  assert(poor.display:find "exact amount" and poor:is "paying")
  assert(statemachine.to_dot(vending):find('"dispensing" -> "idle"', 1, true))
  local ok, err = pcall(statemachine.new, { initial = "a", states = { a = { on = { x = "b" } } } })
  assert(not ok and err:find "does not exist", err)
  print("vending", table.concat(m.history, " "))
end

return { statemachine = statemachine, vending = vending, new_vending = new_vending }
