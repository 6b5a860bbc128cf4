--- An event loop over coroutines.
-- Tasks run until they wait: for time, for a channel, for another task. The
-- clock is a parameter, so a test runs an hour of sleeping in no time.

local loop_module = {}

local create, resume, yield, status = coroutine.create, coroutine.resume, coroutine.yield, coroutine.status
local running, close = coroutine.running, coroutine.close
local pack, unpack = table.pack, table.unpack
local insert, remove = table.insert, table.remove

local Loop = {}
Loop.__index = Loop

local Task = {}
Task.__index = Task

local Channel = {}
Channel.__index = Channel

local CANCELLED <const> = "cancelled"

------------------------------------------------------------------------
-- The queue of timers: sorted by due time, then by age.

local function before(a, b)
  if a.due ~= b.due then return a.due < b.due end
  return a.id < b.id
end

local function add_timer(timers, timer)
  local low, high = 1, #timers
  while low <= high do
    local middle = (low + high) // 2
    if before(timer, timers[middle]) then high = middle - 1 else low = middle + 1 end
  end
  insert(timers, low, timer)
end

------------------------------------------------------------------------
-- Tasks

function Task:is_done()
  return self.state == "done" or self.state == "failed" or self.state == CANCELLED
end

--- Wait for a task; gives its results, or raises its error.
function Task:join()
  local me = self.loop.current
  if me == self then error("a task cannot wait for itself", 2) end
  if not self:is_done() then
    if not me then error("join outside of a task", 2) end
    insert(self.waiters, me)
    self.loop:_suspend("join")
  end
  if self.state == "done" then return unpack(self.results, 1, self.results.n) end
  error(self.failure, 0)
end

--- Stop a task at its next wait. Its to-be-closed variables are closed.
function Task:cancel()
  if self:is_done() then return false end
  local loop = self.loop
  if self == loop.current then error("a task cannot cancel itself", 2) end
  if self.channel then
    for i, waiter in ipairs(self.channel.receivers) do
      if waiter == self then
        remove(self.channel.receivers, i)
        break
      end
    end
  end
  if self.disarm then self.disarm() end
  close(self.thread)
  loop:_finish(self, CANCELLED, CANCELLED)
  return true
end

------------------------------------------------------------------------
-- The loop

function loop_module.new(options)
  options = options or {}
  local self = setmetatable({
    ready = {},
    timers = {},
    live = 0,
    next_id = 0,
    time = 0,
    sleep_until = options.sleep_until,
    on_error = options.on_error,
  }, Loop)
  return self
end

function Loop:_id()
  self.next_id = self.next_id + 1
  return self.next_id
end

function Loop:_wake(task, ...)
  if task:is_done() then return end
  insert(self.ready, { task = task, args = pack(...) })
end

function Loop:_suspend(reason)
  local task = self.current
  if not task or task.thread ~= running() then
    error(("cannot wait (%s) outside of a task"):format(reason), 3)
  end
  task.waiting_for = reason
  return yield()
end

function Loop:_finish(task, state, failure)
  task.state, task.failure = state, failure
  self.live = self.live - 1
  for _, waiter in ipairs(task.waiters) do self:_wake(waiter) end
  if state == "failed" and #task.waiters == 0 then
    if self.on_error then
      self.on_error(task, failure)
    else
      self.failure = self.failure or { task = task, message = failure }
    end
  end
end

--- Start a function as a task.
function Loop:spawn(f, ...)
  local task = setmetatable({
    id = self:_id(),
    loop = self,
    thread = create(f),
    state = "ready",
    waiters = {},
  }, Task)
  self.live = self.live + 1
  self:_wake(task, ...)
  return task
end

function Loop:_step(entry)
  local task = entry.task
  if task:is_done() then return end
  local outer <const> = self.current
  self.current, task.waiting_for = task, nil
  local results = pack(resume(task.thread, unpack(entry.args, 1, entry.args.n)))
  self.current = outer
  if not results[1] then
    self:_finish(task, "failed", results[2])
  elseif status(task.thread) == "dead" then
    task.results = pack(unpack(results, 2, results.n))
    self:_finish(task, "done")
  end
end

--- Let others run; come back when it is our turn again.
function Loop:pause()
  self:_wake(self.current)
  self:_suspend "pause"
end

--- Wait for some time.
function Loop:sleep(seconds)
  local task = self.current
  task.disarm = self:after(seconds, function() self:_wake(task) end)
  self:_suspend("sleep")
  task.disarm = nil
end

--- Call a function after some time. The result cancels it.
function Loop:after(seconds, f)
  local timer = { due = self.time + seconds, id = self:_id(), wake = f }
  add_timer(self.timers, timer)
  return function() timer.wake = nil end
end

--- Run a function as a task of its own; after `seconds` it is cancelled, and
-- nil and "timeout" are the result.
function Loop:with_timeout(seconds, f, ...)
  local task = self:spawn(f, ...)
  local expired = false
  local disarm = self:after(seconds, function()
    expired = task:cancel()
  end)
  local results = pack(pcall(task.join, task))
  disarm()
  if expired then return nil, "timeout" end
  if not results[1] then error(results[2], 0) end
  return unpack(results, 2, results.n)
end

--- Run until nothing is left to do. Tasks that wait for ever are an error.
function Loop:run()
  repeat
    while self.ready[1] do
      local batch = self.ready
      self.ready = {}
      for i = 1, #batch do self:_step(batch[i]) end
    end
    local timer = remove(self.timers, 1)
    if timer and timer.wake then
      if self.sleep_until then self.sleep_until(timer.due) end
      self.time = math.max(self.time, timer.due)
      timer.wake()
    end
    local failure = self.failure
    if failure then
      self.failure = nil
      error(("task %d: %s"):format(failure.task.id, tostring(failure.message)), 0)
    end
  until not timer and not self.ready[1]
  if self.live > 0 then
    error(self.live .. " task(s) wait for something that never comes", 2)
  end
end

------------------------------------------------------------------------
-- Channels: a queue with a bound; senders wait while it is full.

function Loop:channel(capacity)
  return setmetatable({ loop = self, capacity = capacity or 1, items = {}, receivers = {}, senders = {} }, Channel)
end

function Channel:send(value)
  if self.closed then error("channel is closed", 2) end
  while #self.items >= self.capacity do
    insert(self.senders, self.loop.current)
    self.loop:_suspend("send")
    if self.closed then error("channel was closed", 2) end
  end
  insert(self.items, value)
  local receiver = remove(self.receivers, 1)
  if receiver then self.loop:_wake(receiver) end
end

function Channel:receive()
  while #self.items == 0 do
    if self.closed then return nil end
    local me = self.loop.current
    me.channel = self
    insert(self.receivers, me)
    self.loop:_suspend("receive")
    me.channel = nil
  end
  local value = remove(self.items, 1)
  local sender = remove(self.senders, 1)
  if sender then self.loop:_wake(sender) end
  return value
end

function Channel:close()
  self.closed = true
  for _, list in ipairs { self.receivers, self.senders } do
    for i = #list, 1, -1 do
      self.loop:_wake(list[i])
      list[i] = nil
    end
  end
end

-- for value in channel:each() do … end
function Channel:each()
  return function() return self:receive() end
end

local function self_test()
  local loop = loop_module.new()
  local log = {}
  local function note(...) log[#log + 1] = table.concat({ loop.time, ... }, " ") end

  local pipe = loop:channel(2)
  loop:spawn(function()
    for i = 1, 4 do
      pipe:send(i * i)
      loop:sleep(0.5)
    end
    pipe:close()
  end)
  local sum = loop:spawn(function()
    local total = 0
    for value in pipe:each() do total = total + value end
    return total, "ok"
  end)
  loop:spawn(function()
    local total, word = sum:join()
    note("sum", total, word)
  end)

  local cleaned = false
  loop:spawn(function()
    local value, why = loop:with_timeout(10, function()
      local guard <close> = setmetatable({}, { __close = function() cleaned = true end })
      loop:sleep(3600)
      return guard
    end)
    note("late", tostring(value), why)
    assert(loop:with_timeout(1, function(x) loop:pause() return x end, "quick") == "quick")
  end)

  loop:spawn(function()
    local task = loop:spawn(function() error { code = 7 } end)
    local ok, err = pcall(task.join, task)
    assert(not ok and err.code == 7)
  end)

  loop:run()
  assert(log[1] == "2.0 sum 30 ok", log[1])
  assert(log[2] == "10.0 late nil timeout" or log[2] == "10 late nil timeout", log[2])
  assert(cleaned and loop.live == 0)

  local stuck = loop_module.new()
  stuck:spawn(function() stuck:channel():receive() end)
  local ok, message = pcall(stuck.run, stuck)
  assert(not ok and message:find "never comes")
  print("eventloop", #log .. " notes", loop.time)
end

if not ... then self_test() end

return loop_module
