--- Versions of packages and constraints on them.
--
-- A version is `1.2.3-1`: numbers, an optional word such as `beta2`, and the
-- revision of the package itself. A constraint is `>= 1.2`, `~> 2.0`, `== 1.4`
-- and so on; several are joined by commas.
--
-- @module versions

local versions = {}

local setmetatable, getmetatable, type, tostring = setmetatable, getmetatable, type, tostring
local ipairs, tonumber = ipairs, tonumber
local table_insert, table_concat = table.insert, table.concat

---------------------------------------------------------------------
-- Versions
---------------------------------------------------------------------

local Version = {}
Version.__index = Version

-- What comes before a release counts less than nothing, what comes after more.
local word_weights = {
   dev = -100000,
   alpha = -20000,
   beta = -10000,
   pre = -5000,
   rc = -1000,
   scm = 120000000,
}

--- Parse a version string.
-- @param text string: such as "1.0", "2.1beta3" or "scm-2"
-- @return table or (nil, string): the version, or nil and an error message
function versions.parse(text)
   if getmetatable(text) == Version then
      return text
   end
   if type(text) ~= "string" then
      return nil, "a version must be a string, not " .. type(text)
   end
   local trimmed_text = text:match("^%s*(.-)%s*$")
   local main_part, revision = trimmed_text:match("^(.*)%-(%d+)$")
   local version = setmetatable({ text = trimmed_text, revision = tonumber(revision) }, Version)
   local rest = main_part or trimmed_text
   while rest ~= "" do
      local number, after_number = rest:match("^(%d+)[%.%-_]?(.*)$")
      if number then
         table_insert(version, tonumber(number))
         rest = after_number
      else
         local word, after_word = rest:match("^(%a+)[%.%-_]?(.*)$")
         if not word then
            return nil, "malformed version '" .. text .. "'"
         end
         local weight = word_weights[word:lower()]
         -- an unknown word counts as its first letter, so that 1.0b is after 1.0a
         table_insert(version, weight or word:lower():byte() / 1000)
         rest = after_word
      end
   end
   if #version == 0 then
      return nil, "malformed version '" .. text .. "'"
   end
   return version
end

local function compare_versions(first, second)
   for index = 1, math.max(#first, #second) do
      local first_number, second_number = first[index] or 0, second[index] or 0
      if first_number ~= second_number then
         return first_number < second_number and -1 or 1
      end
   end
   if first.revision and second.revision and first.revision ~= second.revision then
      return first.revision < second.revision and -1 or 1
   end
   return 0
end

function Version.__eq(first, second)
   return compare_versions(first, second) == 0
end

function Version.__lt(first, second)
   return compare_versions(first, second) < 0
end

function Version.__le(first, second)
   return compare_versions(first, second) <= 0
end

function Version:__tostring()
   return self.text
end

---------------------------------------------------------------------
-- Constraints
---------------------------------------------------------------------

-- "~> 2.1" takes 2.1 and 2.1.5, but not 2.2: all that is said must agree.
local function is_partial_match(version, requested)
   for index, number in ipairs(requested) do
      if (version[index] or 0) ~= number then
         return false
      end
   end
   return not requested.revision or requested.revision == version.revision
end

local operators = {
   ["=="] = function(version, requested) return version == requested end,
   ["~="] = function(version, requested) return version ~= requested end,
   [">"] = function(version, requested) return version > requested end,
   ["<"] = function(version, requested) return version < requested end,
   [">="] = function(version, requested) return version >= requested end,
   ["<="] = function(version, requested) return version <= requested end,
   ["~>"] = is_partial_match,
}

local operator_aliases = { ["="] = "==", ["!="] = "~=", [""] = "==" }

--- Parse a dependency such as "lua >= 5.1, < 5.5".
-- @param text string: the name of a package and its constraints
-- @return table or (nil, string): a table with `name` and `constraints`
function versions.parse_dependency(text)
   local name, rest = text:match("^%s*([%w%-_%.]*%w)%s*(.-)%s*$")
   if not name then
      return nil, "cannot find the name of a package in '" .. text .. "'"
   end
   local dependency = { name = name:lower(), constraints = {} }
   for constraint_text in rest:gmatch("[^,]+") do
      local operator, version_text = constraint_text:match("^%s*([<>=~!]*)%s*(%S+)%s*$")
      operator = operator and (operator_aliases[operator] or operator)
      if not operator or not operators[operator] then
         return nil, "malformed constraint '" .. constraint_text .. "' in '" .. text .. "'"
      end
      local version, err = versions.parse(version_text)
      if not version then
         return nil, err
      end
      table_insert(dependency.constraints, { operator = operator, version = version })
   end
   return dependency
end

--- Check a version against constraints: all have to hold.
function versions.satisfies(version, constraints)
   for _, constraint in ipairs(constraints) do
      if not operators[constraint.operator](version, constraint.version) then
         return false, constraint
      end
   end
   return true
end

local function show_constraints(constraints)
   local parts = {}
   for _, constraint in ipairs(constraints) do
      table_insert(parts, constraint.operator .. " " .. tostring(constraint.version))
   end
   return #parts > 0 and table_concat(parts, ", ") or "any version"
end

function versions.show_dependency(dependency)
   return dependency.name .. " " .. show_constraints(dependency.constraints)
end

if not ... then
   local parse = versions.parse
   local sorted_texts = { "0.9", "1.0dev", "1.0alpha2", "1.0beta1", "1.0rc1", "1.0", "1.0.1-1", "1.0.1-2", "1.10", "scm" }
   for index = 2, #sorted_texts do
      assert(parse(sorted_texts[index - 1]) < parse(sorted_texts[index]), sorted_texts[index])
   end
   assert(parse("1.0") == parse("1.0.0") and not parse("1..?") and not parse(12))
   local function holds(version, constraints)
      return versions.satisfies(parse(version), versions.parse_dependency("x " .. constraints).constraints)
   end
   assert(holds("5.4", ">= 5.1, < 5.5") and not holds("5.5", ">= 5.1, < 5.5") and holds("2.1.9", "~> 2.1"))
   assert(not holds("2.2", "~> 2.1") and holds("1.0", "1.0") and holds("1.1", "!= 1.0") and holds("9", ""))
   assert(versions.show_dependency(versions.parse_dependency("Lua>=5.1,~=5.2")) == "lua >= 5.1, ~= 5.2")
   assert(select(2, versions.parse_dependency("lua >> 1")):find("malformed constraint", 1, true))
   print("versions", tostring(parse("1.0rc1-2")))
end

return versions
