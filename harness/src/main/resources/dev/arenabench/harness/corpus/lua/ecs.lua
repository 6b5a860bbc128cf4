-- An entity component system with a small arcade game on top.
-- An entity is a number: 20 bits of index and 12 bits of generation, so that a
-- number of an entity that died is not taken for its successor. Components sit
-- in one table per kind. Systems ask for entities that have a set of kinds.

local World = {}
World.__index = World

local INDEX_BITS <const> = 20
local INDEX_MASK <const> = (1 << INDEX_BITS) - 1
local GENERATION_MASK <const> = 0xfff

function World.new()
	return setmetatable({
		generations = {},
		free = {},
		alive = 0,
		components = {},
		kinds = {},
		systems = {},
		queries = {},
		doomed = {},
		handlers = {},
		resources = {},
		tick = 0,
		time = 0.0,
	}, World)
end

---------------------------------------------------------------------------
-- Entities and components

--- Declares a kind of component. `defaults` are copied into each new one.
function World:component(name, defaults)
	if self.components[name] then
		error("component '" .. name .. "' is declared already", 2)
	end
	self.components[name] = {}
	self.kinds[name] = defaults or {}
	return self
end

function World:_index(entity)
	local index = entity & INDEX_MASK
	if self.generations[index] ~= entity >> INDEX_BITS then return nil end
	return index
end

function World:exists(entity)
	return self:_index(entity) ~= nil
end

function World:spawn(components)
	local index = table.remove(self.free)
	if not index then
		index = #self.generations + 1
		if index > INDEX_MASK then error("too many entities", 2) end
		self.generations[index] = 0
	end
	self.alive = self.alive + 1
	local entity = self.generations[index] << INDEX_BITS | index
	for name, values in pairs(components or {}) do
		self:add(entity, name, values)
	end
	return entity
end

function World:add(entity, name, values)
	local store, index = self.components[name], self:_index(entity)
	if not store then error("no component '" .. tostring(name) .. "'", 2) end
	if not index then error(("entity %#x does not exist"):format(entity), 2) end
	local component = {}
	for key, value in pairs(self.kinds[name]) do component[key] = value end
	if type(values) == "table" then
		for key, value in pairs(values) do component[key] = value end
	end
	store[index] = component
	self.queries = {}
	return component
end

function World:get(entity, name, ...)
	local index = self:_index(entity)
	local component = index and self.components[name][index]
	if select("#", ...) == 0 then return component end
	return component, self:get(entity, ...)
end

function World:remove(entity, name)
	local index = self:_index(entity)
	if index then
		self.components[name][index] = nil
		self.queries = {}
	end
end

--- Entities die at the end of the tick, so that no loop is disturbed.
function World:kill(entity)
	self.doomed[entity] = true
end

function World:_bury()
	for entity in pairs(self.doomed) do
		local index = self:_index(entity)
		if index then
			self:emit("death", entity)
			for _, store in pairs(self.components) do store[index] = nil end
			self.generations[index] = (self.generations[index] + 1) & GENERATION_MASK
			self.free[#self.free + 1] = index
			self.alive = self.alive - 1
		end
	end
	self.doomed, self.queries = {}, {}
end

--- Iterates over entities that have all of the components:
--- for entity, position, velocity in world:each("position", "velocity") do
function World:each(...)
	local names = { ... }
	local key = table.concat(names, ",")
	local matches = self.queries[key]
	if not matches then
		matches = {}
		for index = 1, #self.generations do
			for _, name in ipairs(names) do
				if not self.components[name][index] then goto skip end
			end
			matches[#matches + 1] = index
			::skip::
		end
		self.queries[key] = matches
	end
	local first = self.components[names[1]]
	local second, third = self.components[names[2]], self.components[names[3]]
	local i = 0
	return function()
		i = i + 1
		local index = matches[i]
		if not index then return nil end
		return self.generations[index] << INDEX_BITS | index, first[index],
			second and second[index], third and third[index]
	end
end

---------------------------------------------------------------------------
-- Systems and events

function World:system(name, update, options)
	options = options or {}
	table.insert(self.systems, {
		name = name, update = update, enabled = true,
		every = options.every or 1, priority = options.priority or #self.systems + 1,
	})
	table.sort(self.systems, function(a, b) return a.priority < b.priority end)
	return self
end

function World:on(event, handler)
	local list = self.handlers[event] or {}
	self.handlers[event] = list
	list[#list + 1] = handler
	return self
end

function World:emit(event, ...)
	for _, handler in ipairs(self.handlers[event] or {}) do handler(self, ...) end
end

function World:update(dt)
	self.tick, self.time = self.tick + 1, self.time + dt
	for _, system in ipairs(self.systems) do
		if system.enabled and self.tick % system.every == 0 then
			local ok, err = xpcall(system.update, debug.traceback, self, dt * system.every)
			if not ok then error(("system '%s': %s"):format(system.name, err), 0) end
		end
	end
	self:_bury()
end

--- Runs whole steps of fixed length; what is left over waits for the next call.
function World:advance(elapsed, step)
	local rest = (self.resources.rest or 0) + elapsed
	while rest >= step do
		self:update(step)
		rest = rest - step
	end
	self.resources.rest = rest
	return rest / step
end

---------------------------------------------------------------------------
-- The game: a ship at the bottom, rocks that fall, shots that rise

local game = { WIDTH = 40, HEIGHT = 20 }

local function random_source(seed)
	local state = seed
	return function(n)
		state = (state * 6364136223846793005 + 1442695040888963407)
		return (state >> 33) % n + 1
	end
end

local function movement(world, dt)
	for entity, position, velocity in world:each("position", "velocity") do
		position.x = position.x + velocity.x * dt
		position.y = position.y + velocity.y * dt
		if position.y < -1 or position.y > game.HEIGHT + 1 then world:kill(entity) end
	end
end

local function rock_source(world)
	local random = world.resources.random
	world:spawn {
		position = { x = random(game.WIDTH) + 0.0, y = 0.0 },
		velocity = { y = 2.0 + random(4) },
		body = { radius = 1.2, group = "rock" },
		sprite = { glyph = "O", color = 0x808080 },
	}
end

local function pilot(world, dt)
	for entity, ship, position in world:each("ship", "position") do
		-- fly below the lowest rock that is not yet past
		local target, lowest = game.WIDTH / 2, -math.huge
		for _, body, place in world:each("body", "position") do
			if body.group == "rock" and place.y > lowest then
				target, lowest = place.x, place.y
			end
		end
		local reach = ship.speed * dt
		position.x = position.x + math.max(-reach, math.min(reach, target - position.x))
		ship.wait = ship.wait - dt
		if ship.wait <= 0 and math.abs(target - position.x) < 1 then
			ship.wait = ship.reload
			world:spawn {
				position = { x = position.x, y = position.y - 1 },
				velocity = { y = -12 },
				body = { radius = .3, group = "shot", owner = entity },
				sprite = { glyph = "|" },
			}
		end
	end
end

local function collisions(world)
	local bodies = {}
	for entity, body, position in world:each("body", "position") do
		bodies[#bodies + 1] = { entity = entity, body = body, position = position }
	end
	for i = 1, #bodies - 1 do
		local a = bodies[i]
		for j = i + 1, #bodies do
			local b = bodies[j]
			if a.body.group ~= b.body.group then
				local dx, dy = a.position.x - b.position.x, a.position.y - b.position.y
				local reach = a.body.radius + b.body.radius
				if dx * dx + dy * dy < reach ^ 2 then
					world:emit("collision", a.entity, b.entity)
				end
			end
		end
	end
end

local function on_collision(world, a, b)
	local first, second = world:get(a, "body"), world:get(b, "body")
	if first.group ~= "rock" then a, b, first, second = b, a, second, first end
	if first.group == "rock" and second.group == "shot" then
		world:kill(a)
		world:kill(b)
		world.resources.score = world.resources.score + 10
	elseif first.group == "rock" and second.group == "ship" and not world.doomed[a] then
		world:kill(a)
		local ship = world:get(b, "ship")
		ship.shield = ship.shield - 1
		if ship.shield <= 0 then world:kill(b) end
	end
end

local function draw(world)
	local rows = {}
	for y = 1, game.HEIGHT do
		rows[y] = {}
		for x = 1, game.WIDTH do rows[y][x] = " " end
	end
	for _, sprite, position in world:each("sprite", "position") do
		local row = rows[position.y // 1 | 0]
		local x = position.x // 1 | 0
		if row and row[x] then row[x] = sprite.glyph end
	end
	for y, row in ipairs(rows) do rows[y] = table.concat(row):gsub("%s+$", "") end
	return table.concat(rows, "\n")
end

function game.new(seed)
	local world = World.new()
	world:component("position", { x = 0.0, y = 0.0 }):component("velocity", { x = 0.0, y = 0.0 })
	world:component("body", { radius = 1.0 }):component("sprite", { glyph = "?", color = 0xFFFFFF })
	world:component("ship", { speed = 16, reload = 0.25, wait = 0, shield = 3 })
	world.resources.random = random_source(seed)
	world.resources.score = 0
	world:system("rocks", rock_source, { every = 20, priority = 1 })
	world:system("pilot", pilot):system("movement", movement):system("collisions", collisions)
	world:on("collision", on_collision)
	world.player = world:spawn {
		ship = true,
		position = { x = game.WIDTH / 2, y = game.HEIGHT - 1 },
		body = { group = "ship" },
		sprite = { glyph = "A" },
	}
	return world
end

game.draw = draw

do
	local world = World.new():component("a", { n = 1 }):component("b")
	local one, two = world:spawn { a = { n = 5 }, b = {} }, world:spawn { a = true }
	assert(world:get(one, "a").n == 5 and world:get(two, "a").n == 1)
	local a, b = world:get(one, "a", "b")
	assert(a and b and not world:get(two, "b"))
	local count = 0
	for entity in world:each "a" do count = count + (entity == one and 1 or 2) end
	assert(count == 3)
	world:kill(one)
	world:update(0)
	local three = world:spawn()
	assert(three & INDEX_MASK == one & INDEX_MASK and not world:exists(one) and world:exists(three))
	assert(not pcall(world.add, world, one, "a"))

	local round = game.new(7)
	round:advance(20, 0x.08p0)
	assert(round.resources.score > 0 and round.alive < 60)
	assert(select(2, draw(round):gsub("\n", "\n")) == game.HEIGHT - 1)
	print("ecs", round.resources.score .. " points", round.alive .. " alive")
end

return { World = World, game = game }
