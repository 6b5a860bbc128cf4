--- A cache that forgets what was used least recently.
--
-- Entries form a doubly linked ring around a sentinel, newest next to it, and
-- a table finds them by key: get, put and evict take constant time. Entries can
-- have a weight (bytes, say) and a time to live.
--
-- @module lru

local lru = {}

local Cache = {}
Cache.__index = Cache
Cache.__name = "lru.Cache"

local function unlink(entry)
  entry.prev.next, entry.next.prev = entry.next, entry.prev
  entry.prev, entry.next = nil, nil
end

local function link_after(place, entry)
  entry.prev, entry.next = place, place.next
  place.next.prev = entry
  place.next = entry
end

local function check_positive(name, value)
  if math.type(value) ~= "integer" or value <= 0 then
    error(("%s must be a positive integer, got %s"):format(name, tostring(value)), 3)
  end
  return value
end

--- Make a cache.
-- @tparam table options
--   `capacity`  most entries kept (required)
--   `max_weight` most weight kept, with `weigh(key, value)`
--   `ttl`       seconds that an entry lives
--   `clock`     gives the time in seconds; os.time by default
--   `on_evict`  called as on_evict(key, value, reason)
function lru.new(options)
  if type(options) == "number" then options = { capacity = options } end
  local ring = {}
  ring.prev, ring.next = ring, ring
  return setmetatable({
    capacity = check_positive("capacity", options.capacity),
    max_weight = options.max_weight and check_positive("max_weight", options.max_weight) or math.maxinteger,
    weigh = options.weigh or function() return 1 end,
    ttl = options.ttl,
    clock = options.clock or os.time,
    on_evict = options.on_evict,
    ring = ring,
    entries = {},
    count = 0,
    weight = 0,
    stats = { hits = 0, misses = 0, evictions = 0, expirations = 0 },
  }, Cache)
end

function Cache:_drop(entry, reason)
  unlink(entry)
  self.entries[entry.key] = nil
  self.count = self.count - 1
  self.weight = self.weight - entry.weight
  if reason == "expired" then
    self.stats.expirations = self.stats.expirations + 1
  elseif reason == "evicted" then
    self.stats.evictions = self.stats.evictions + 1
  end
  if self.on_evict and reason ~= "replaced" then
    self.on_evict(entry.key, entry.value, reason)
  end
end

function Cache:_live(key)
  local entry = self.entries[key]
  if not entry then return nil end
  if entry.deadline and entry.deadline <= self.clock() then
    self:_drop(entry, "expired")
    return nil
  end
  return entry
end

--- The value of a key, or nil; the entry becomes the newest.
function Cache:get(key)
  local entry = self:_live(key)
  if not entry then
    self.stats.misses = self.stats.misses + 1
    return nil
  end
  self.stats.hits = self.stats.hits + 1
  if self.ring.next ~= entry then
    unlink(entry)
    link_after(self.ring, entry)
  end
  return entry.value
end

--- As get, but leaves the order and the counts as they are.
function Cache:peek(key)
  local entry = self:_live(key)
  return entry and entry.value
end

function Cache:put(key, value, ttl)
  if key == nil then error("key must not be nil", 2) end
  if value == nil then return self:remove(key) end
  local weight = self.weigh(key, value)
  local old = self.entries[key]
  if old then self:_drop(old, "replaced") end
  if weight > self.max_weight then
    return nil, ("value weighs %d, more than the limit of %d"):format(weight, self.max_weight)
  end
  ttl = ttl or self.ttl
  local entry = { key = key, value = value, weight = weight, deadline = ttl and self.clock() + ttl }
  link_after(self.ring, entry)
  self.entries[key] = entry
  self.count, self.weight = self.count + 1, self.weight + weight
  while self.count > self.capacity or self.weight > self.max_weight do
    self:_drop(self.ring.prev, "evicted")
  end
  return value
end

function Cache:remove(key)
  local entry = self.entries[key]
  if not entry then return false end
  self:_drop(entry, "removed")
  return true
end

function Cache:clear()
  while self.ring.next ~= self.ring do
    self:_drop(self.ring.next, "removed")
  end
  return self
end

--- The value of a key; where it is missing, load(key) makes and keeps it.
-- An error of the loader goes to the caller, and nothing is kept.
function Cache:fetch(key, load, ...)
  local value = self:get(key)
  if value ~= nil then return value, true end
  value = load(key, ...)
  if value ~= nil then self:put(key, value) end
  return value, false
end

--- Iterates over key and value, newest first. The current entry may be removed.
function Cache:pairs()
  local ring, upcoming = self.ring, self.ring.next
  local now = self.clock()
  return function()
    while upcoming ~= ring do
      local entry = upcoming
      upcoming = entry.next
      if not entry.deadline or entry.deadline > now then
        return entry.key, entry.value
      end
    end
  end
end

function Cache:keys()
  local result = {}
  for key in self:pairs() do result[#result + 1] = key end
  return result
end

function Cache:resize(capacity)
  self.capacity = check_positive("capacity", capacity)
  while self.count > capacity do
    self:_drop(self.ring.prev, "evicted")
  end
end

function Cache:hit_rate()
  local asked = self.stats.hits + self.stats.misses
  return asked > 0 and self.stats.hits / asked or 0
end

Cache.__len = function(self) return self.count end
Cache.__pairs = Cache.pairs

function Cache:__tostring()
  return ("lru.Cache(%d/%d, hit rate %.0f%%)"):format(self.count, self.capacity, 100 * self:hit_rate())
end

--- Remember the results of a function of any number of arguments.
-- nil among the arguments or the results is kept apart from no value at all.
function lru.memoize(f, capacity)
  local cache = lru.new(capacity or 128)
  local pack, unpack = table.pack, table.unpack

  local function key_of(...)
    local parts = table.pack(...)
    for i = 1, parts.n do
      local v = parts[i]
      parts[i] = type(v) .. ":" .. tostring(v)
    end
    return table.concat(parts, "\0", 1, parts.n)
  end

  return function(...)
    local key = key_of(...)
    local results = cache:get(key)
    if not results then
      results = pack(f(...))
      cache:put(key, results)
    end
    return unpack(results, 1, results.n)
  end, cache
end

local function self_test()
  local now, gone = 100, {}
  local cache = lru.new {
    capacity = 3,
    ttl = 60,
    clock = function() return now end,
    on_evict = function(key, _, reason) gone[#gone + 1] = key .. " " .. reason end,
  }
  cache:put("a", 1)
  cache:put("b", 2)
  cache:put("c", 3)
  assert(cache:get "a" == 1)
  cache:put("d", 4)
  assert(gone[1] == "b evicted" and #cache == 3)
  assert(table.concat(cache:keys(), " ") == "d a c")
  now = now + 61
  assert(cache:get "c" == nil and gone[2] == "c expired")
  cache:clear()
  assert(#cache == 0 and cache.ring.next == cache.ring)

  local heavy = lru.new { capacity = 10, max_weight = 10, weigh = function(_, v) return #v end }
  for _, word in ipairs { "one", "three", "seven", "eleven!" } do heavy:put(word, word) end
  assert(heavy.weight <= 10 and heavy:peek "one" == nil)
  local ok, why = heavy:put("long", "twenty-characters...")
  assert(not ok and why:find "more than the limit")

  local calls = 0
  local slow, inner = lru.memoize(function(n, unused)
    calls = calls + 1
    return n, unused, n * 2
  end, 8)
  assert(select("#", slow(21)) == 3 and select(3, slow(21)) == 42)
  assert(calls == 1 and inner:hit_rate() == 0.5)
  assert(not pcall(lru.new, { capacity = 0 }))
  print(tostring(inner))
end

if not ... then self_test() end

return lru
