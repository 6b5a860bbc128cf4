--- A priority queue and shortest paths over it.
--
-- The queue is a binary heap that knows where each item stands, so a priority
-- can be changed. The graph keeps its edges in adjacency lists. Besides plain
-- Dijkstra there is A*, which is the same loop with a guess added.

local dijkstra = {}

local huge = math.huge
local assert, ipairs, pairs, setmetatable = assert, ipairs, pairs, setmetatable

------------------------------------------------------------------------
-- Priority queue
------------------------------------------------------------------------

local Queue = {}
Queue.__index = Queue

function dijkstra.queue(less)
  return setmetatable({
    less = less or function(a, b) return a < b end,
    items = {},
    priorities = {},
    places = {},
    size = 0,
  }, Queue)
end

function Queue:_swap(i, j)
  local items, priorities, places = self.items, self.priorities, self.places
  items[i], items[j] = items[j], items[i]
  priorities[i], priorities[j] = priorities[j], priorities[i]
  places[items[i]], places[items[j]] = i, j
end

function Queue:_rise(i)
  while i > 1 do
    local parent = i >> 1
    if not self.less(self.priorities[i], self.priorities[parent]) then break end
    self:_swap(i, parent)
    i = parent
  end
  return i
end

function Queue:_sink(i)
  while true do
    local child = i << 1
    if child > self.size then return i end
    if child < self.size and self.less(self.priorities[child | 1], self.priorities[child]) then
      child = child | 1
    end
    if not self.less(self.priorities[child], self.priorities[i]) then return i end
    self:_swap(i, child)
    i = child
  end
end

--- Add an item, or change the priority of one that is there.
function Queue:push(item, priority)
  local place = self.places[item]
  if place then
    self.priorities[place] = priority
    self:_sink(self:_rise(place))
    return self
  end
  local n = self.size + 1
  self.size = n
  self.items[n], self.priorities[n], self.places[item] = item, priority, n
  self:_rise(n)
  return self
end

function Queue:peek()
  return self.items[1], self.priorities[1]
end

function Queue:pop()
  if self.size == 0 then return nil end
  local item, priority = self.items[1], self.priorities[1]
  self:_swap(1, self.size)
  self.items[self.size], self.priorities[self.size], self.places[item] = nil, nil, nil
  self.size = self.size - 1
  if self.size > 1 then self:_sink(1) end
  return item, priority
end

function Queue:__len() return self.size end
function Queue:contains(item) return self.places[item] ~= nil end

------------------------------------------------------------------------
-- Graph
------------------------------------------------------------------------

local Graph = {}
Graph.__index = Graph

function dijkstra.graph(options)
  return setmetatable({ edges = {}, directed = options and options.directed or false }, Graph)
end

function Graph:node(name)
  local list = self.edges[name]
  if not list then
    list = {}
    self.edges[name] = list
  end
  return list
end

function Graph:edge(from, to, cost)
  cost = cost or 1
  if not (cost >= 0) then -- catches NaN as well
    error(("edge %s-%s: cost must not be negative, got %s"):format(from, to, cost), 2)
  end
  self:node(to)
  table.insert(self:node(from), { to = to, cost = cost })
  if not self.directed then
    table.insert(self:node(to), { to = from, cost = cost })
  end
  return self
end

--- Edges from a text with one "from to cost" on a line; '#' starts a comment.
function Graph:read(text)
  local number = 0
  for line in (text .. "\n"):gmatch "(.-)\n" do
    number = number + 1
    line = line:gsub("#.*", "")
    if line:find "%S" then
      local from, to, cost = line:match "^%s*(%S+)%s+(%S+)%s*(%S*)%s*$"
      if not from or cost ~= "" and not tonumber(cost) then
        return nil, "cannot read line " .. number
      end
      self:edge(from, to, tonumber(cost))
    end
  end
  return self
end

function Graph:neighbours(name)
  local list, i = self.edges[name] or {}, 0
  return function()
    i = i + 1
    local e = list[i]
    if e then return e.to, e.cost end
  end
end

--- Costs from one node to all that can be reached, and the tree of the ways.
function Graph:costs_from(source)
  assert(self.edges[source], "no such node")
  local cost, previous = { [source] = 0 }, {}
  local queue = dijkstra.queue():push(source, 0)
  for node, so_far in queue.pop, queue do
    for to, step in self:neighbours(node) do
      local total = so_far + step
      if total < (cost[to] or huge) then
        cost[to], previous[to] = total, node
        queue:push(to, total)
      end
    end
  end
  return cost, previous
end

local function walk_back(previous, target)
  local path, node = {}, target
  repeat
    table.insert(path, 1, node)
    node = previous[node]
  until node == nil
  return path
end

--- The cheapest path.
-- @param estimate optional: estimate(node) never more than the true rest (A*)
-- @return a list of nodes and its cost, or nil and the reason; then the number
--   of nodes that were looked at
function Graph:path(source, target, estimate)
  if not self.edges[source] or not self.edges[target] then
    return nil, "no such node", 0
  end
  estimate = estimate or function() return 0 end
  local cost, previous, closed = { [source] = 0 }, {}, {}
  local queue, looked_at = dijkstra.queue(), 0
  queue:push(source, estimate(source))
  while queue.size > 0 do
    local node = queue:pop()
    looked_at = looked_at + 1
    if node == target then
      return walk_back(previous, target), cost[target], looked_at
    end
    closed[node] = true
    for to, step in self:neighbours(node) do
      if closed[to] then goto continue end
      local total = cost[node] + step
      if cost[to] == nil or total < cost[to] then
        cost[to], previous[to] = total, node
        queue:push(to, total + estimate(to))
      end
      ::continue::
    end
  end
  return nil, "no way", looked_at
end

------------------------------------------------------------------------
-- A grid, drawn with characters
------------------------------------------------------------------------

local steps = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } }

--- Makes a graph of a map. '#' is a wall; a digit is the cost to enter.
function dijkstra.grid(map)
  local rows = {}
  for line in map:gmatch "[^\n]+" do rows[#rows + 1] = line end
  local graph = dijkstra.graph { directed = true }
  local start, goal

  local function id(x, y) return y << 16 | x end
  local function cell(x, y)
    local row = rows[y]
    local c = row and row:sub(x, x) or ""
    return c ~= "" and c ~= "#" and c or nil
  end

  for y, row in ipairs(rows) do
    for x = 1, #row do
      local here = cell(x, y)
      if here == "S" then start = id(x, y) elseif here == "G" then goal = id(x, y) end
      for _, step in ipairs(here and steps or {}) do
        local nx, ny = x + step[1], y + step[2]
        local there = cell(nx, ny)
        if there then graph:edge(id(x, y), id(nx, ny), tonumber(there) or 1) end
      end
    end
  end

  local gx, gy = goal & 0xFFFF, goal >> 16
  local function manhattan(node)
    return math.abs((node & 0xFFFF) - gx) + math.abs((node >> 16) - gy)
  end
  return graph, start, goal, manhattan
end

if not ... then
  local queue = dijkstra.queue()
  for i, n in ipairs { 5, 3, 9, 1, 7, 2, 8 } do queue:push("item" .. i, n) end
  queue:push("item3", 0)
  local order = {}
  for item, priority in queue.pop, queue do order[#order + 1] = item:sub(5) .. ":" .. priority end
  assert(table.concat(order, " ") == "3:0 4:1 6:2 2:3 1:5 5:7 7:8", table.concat(order, " "))

  local roads = assert(dijkstra.graph():read [[
    a b 7
    a c 9   # the long way
    a f 14
    b c 10
    b d 15
    c d 11
    c f 2
    d e 6
    e f 9
    x y
  ]])
  local path, cost = roads:path("a", "e")
  assert(table.concat(path, "-") == "a-c-f-e" and cost == 20)
  assert(select(2, roads:path("a", "x")) == "no way")
  assert(roads:costs_from("a").d == 20)
  assert(not pcall(roads.edge, roads, "a", "b", -1))

  local graph, start, goal, estimate = dijkstra.grid [[
S..#....
.#.#.##.
.#...#..
.####.#.
......9G]]
  local plain, plain_cost, plain_count = graph:path(start, goal)
  local guided, guided_cost, guided_count = graph:path(start, goal, estimate)
  assert(plain and guided and plain_cost == guided_cost and guided_count <= plain_count)
  print("dijkstra", guided_cost, guided_count .. " of " .. plain_count)
end

return dijkstra
