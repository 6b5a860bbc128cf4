-- A small recursive ray tracer: spheres and a checkered floor, one point
-- light, hard shadows, mirrors. Writes a portable pixmap.
--
--   lua raytracer.lua 320 200 > out.ppm

local math = require "math"
local sqrt, floor, max, min, huge = math.sqrt, math.floor, math.max, math.min, math.huge

local EPSILON <const> = 0x1p-20 -- keeps a reflected ray off the surface it left
local MAX_DEPTH <const> = 4

---------------------------------------------------------------------------
-- Vectors. They are values: no function changes its arguments.

local Vec = {}
Vec.__index = Vec

local function vec(x, y, z)
	return setmetatable({ x = x, y = y, z = z }, Vec)
end

function Vec.__add(a, b) return vec(a.x + b.x, a.y + b.y, a.z + b.z) end
function Vec.__sub(a, b) return vec(a.x - b.x, a.y - b.y, a.z - b.z) end
function Vec.__unm(a) return vec(-a.x, -a.y, -a.z) end
function Vec.__eq(a, b) return a.x == b.x and a.y == b.y and a.z == b.z end

function Vec.__mul(a, b)
	if type(a) == "number" then a, b = b, a end
	if type(b) == "number" then
		return vec(a.x * b, a.y * b, a.z * b)
	end
	return vec(a.x * b.x, a.y * b.y, a.z * b.z)
end

function Vec:dot(o) return self.x * o.x + self.y * o.y + self.z * o.z end
function Vec:length() return sqrt(self:dot(self)) end
function Vec:unit() return self * (1 / self:length()) end

function Vec:cross(o)
	return vec(self.y * o.z - self.z * o.y, self.z * o.x - self.x * o.z, self.x * o.y - self.y * o.x)
end

function Vec:reflect(normal)
	return self - normal * (2 * self:dot(normal))
end

function Vec:__tostring()
	return ("(%.3f, %.3f, %.3f)"):format(self.x, self.y, self.z)
end

---------------------------------------------------------------------------
-- Materials

local function material(options)
	return {
		color = options.color or vec(1, 1, 1),
		diffuse = options.diffuse or 0.8,
		specular = options.specular or .5,
		shine = options.shine or 32,
		mirror = options.mirror or 0.,
	}
end

local materials = {
	matte_red = material { color = vec(0.9, 0.2, 0.2), specular = 0.1 },
	glossy_blue = material { color = vec(0.2, 0.3, 0.9), shine = 96, mirror = 0.15 },
	chrome = material { color = vec(0.9, 0.9, 0.95), diffuse = 0.2, mirror = 0.7, shine = 2e2 },
	light_tile = material { color = vec(0.95, 0.95, 0.9), specular = 0 },
	dark_tile = material { color = vec(0.15, 0.15, 0.2), specular = 0, mirror = 0.1 },
}

---------------------------------------------------------------------------
-- Shapes. Each has `hit`, which gives a distance or nil, and `normal_at`.

local Shape = {}
Shape.__index = Shape

function Shape:extend(name)
	local class = setmetatable({ name = name }, { __index = self })
	class.__index = class
	return class
end

function Shape:material_at()
	return self.material
end

local Sphere = Shape:extend "sphere"

function Sphere.new(center, radius, mat)
	return setmetatable({ center = center, radius = radius, material = mat }, Sphere)
end

-- The nearer root of |origin + t * direction - center|^2 = radius^2 that lies
-- in front of the eye. The direction is a unit vector, so a = 1.
function Sphere:hit(origin, direction)
	local to_center = self.center - origin
	local along = to_center:dot(direction)
	local gap = to_center:dot(to_center) - along * along
	local rest = self.radius ^ 2 - gap
	if rest < 0 then return nil end
	local half = sqrt(rest)
	local near, far = along - half, along + half
	if near > EPSILON then return near end
	if far > EPSILON then return far end
	return nil
end

function Sphere:normal_at(point)
	return (point - self.center):unit()
end

local Floor = Shape:extend "floor"

function Floor.new(height, even, odd)
	return setmetatable({ height = height, even = even, odd = odd }, Floor)
end

function Floor:hit(origin, direction)
	if direction.y > -EPSILON and direction.y < EPSILON then return nil end
	local t = (self.height - origin.y) / direction.y
	return t > EPSILON and t or nil
end

function Floor:normal_at()
	return vec(0, 1, 0)
end

function Floor:material_at(point)
	local tile = floor(point.x) + floor(point.z)
	return tile & 1 == 0 and self.even or self.odd
end

---------------------------------------------------------------------------
-- The scene

local Scene = {}
Scene.__index = Scene

function Scene.new(options)
	return setmetatable({
		shapes = {},
		light = options.light,
		ambient = options.ambient or 0.1,
		rays = 0,
	}, Scene)
end

function Scene:add(...)
	for i = 1, select("#", ...) do
		self.shapes[#self.shapes + 1] = (select(i, ...))
	end
	return self
end

function Scene:nearest(origin, direction)
	self.rays = self.rays + 1
	local best, found = huge, nil
	for _, shape in ipairs(self.shapes) do
		local t = shape:hit(origin, direction)
		if t and t < best then
			best, found = t, shape
		end
	end
	return found, best
end

function Scene:in_shadow(point, to_light, distance)
	for _, shape in ipairs(self.shapes) do
		local t = shape:hit(point, to_light)
		if t and t < distance then return true end
	end
	return false
end

local function sky(direction)
	local t = 0.5 * (direction.y + 1)
	return vec(1, 1, 1) * (1 - t) + vec(0.5, 0.7, 1.0) * t
end

function Scene:trace(origin, direction, depth)
	depth = depth or 0
	local shape, t = self:nearest(origin, direction)
	if not shape then return sky(direction) end

	local point = origin + direction * t
	local normal = shape:normal_at(point)
	if normal:dot(direction) > 0 then normal = -normal end
	local mat = shape:material_at(point)

	local offset = self.light - point
	local distance = offset:length()
	local to_light = offset * (1 / distance)

	local color = mat.color * self.ambient
	if not self:in_shadow(point, to_light, distance) then
		local lit = max(0, normal:dot(to_light))
		color = color + mat.color * (mat.diffuse * lit)
		if mat.specular > 0 then
			local glance = max(0, (-to_light):reflect(normal):dot(-direction))
			color = color + vec(1, 1, 1) * (mat.specular * glance ^ mat.shine)
		end
	end

	if mat.mirror > 0 and depth < MAX_DEPTH then
		local seen = self:trace(point, direction:reflect(normal), depth + 1)
		color = color * (1 - mat.mirror) + seen * mat.mirror
	end
	return color
end

---------------------------------------------------------------------------
-- The camera and the picture

local function camera(options)
	local forward = (options.look_at - options.from):unit()
	local right = forward:cross(vec(0, 1, 0)):unit()
	local up = right:cross(forward)
	local scale = math.tan(math.rad(options.field_of_view) / 2)
	local from = options.from
	-- u and v run from -1 to 1 over the width; v is cut by the aspect ratio
	return function(u, v)
		local direction = forward + right * (u * scale) + up * (v * scale)
		return from, direction:unit()
	end
end

local function to_byte(level)
	-- 1/2.2 is the usual gamma of a screen
	return floor(255 * min(1, max(0, level)) ^ (1 / 2.2) + 0.5) | 0
end

local function render(scene, eye, width, height, emit)
	for row = height - 1, 0, -1 do
		for column = 0, width - 1 do
			local u = (2 * (column + 0.5) - width) / width
			local v = (2 * (row + 0.5) - height) / width
			local color = scene:trace(eye(u, v))
			emit(to_byte(color.x), to_byte(color.y), to_byte(color.z))
		end
	end
end

local function write_ppm(file, scene, eye, width, height)
	file:write("P6\n", width, " ", height, "\n255\n")
	local line, n = {}, 0
	render(scene, eye, width, height, function(r, g, b)
		n = n + 1
		line[n] = string.char(r, g, b)
		if n == width then
			file:write(table.concat(line))
			n = 0
		end
	end)
end

local function demo_scene()
	return Scene.new({ light = vec(-4, 7, -5), ambient = 0.12 }):add(
		Sphere.new(vec(0, 1, 0), 1, materials.chrome),
		Sphere.new(vec(-2.2, .7, -.6), .7, materials.matte_red),
		Sphere.new(vec(1.9, 0.5, -1.1), 5e-1, materials.glossy_blue),
		Floor.new(0, materials.light_tile, materials.dark_tile)
	)
end

local function demo_camera()
	return camera { from = vec(0, 2, -6), look_at = vec(0, 0.8, 0), field_of_view = 60 }
end

if arg and arg[1] then
	local width, height = tonumber(arg[1]), tonumber(arg[2] or arg[1])
	if not width or not height then
		io.stderr:write("usage: lua raytracer.lua WIDTH HEIGHT > out.ppm\n")
		os.exit(2)
	end
	write_ppm(io.stdout, demo_scene(), demo_camera(), width // 1 | 0, height // 1 | 0)
else
	local scene, sum, pixels = demo_scene(), 0, 0
	render(scene, demo_camera(), 24, 16, function(r, g, b)
		assert(r >= 0 and r <= 255 and math.type(g) == "integer")
		sum, pixels = sum + r + g + b, pixels + 1
	end)
	assert(pixels == 24 * 16 and scene.rays >= pixels)
	local ball = Sphere.new(vec(0, 0, 5), 1, materials.chrome)
	assert(ball:hit(vec(0, 0, 0), vec(0, 0, 1)) == 4.0)
	assert(not ball:hit(vec(0, 3, 0), vec(0, 0, 1)))
	assert(vec(1, -1, 0):reflect(vec(0, 1, 0)) == vec(1, 1, 0))
	print("raytracer", ("mean level %.1f"):format(sum / pixels / 3))
end
