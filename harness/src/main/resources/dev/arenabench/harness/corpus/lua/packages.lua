--- Repositories of packages, and dependency resolution.
--
-- A request is answered with a list of packages in the order of installation, or
-- with the reason why there is none that satisfies everybody.
--
-- @module packages

-- The modules beside this file, wherever it is called from.
local folder = arg and arg[0] and arg[0]:match("^(.*[/\\])") or "./"
package.path = folder .. "?.lua;" .. package.path

local versions = require("versions")

local packages = {}

local setmetatable, tostring, ipairs, pairs = setmetatable, tostring, ipairs, pairs
local table_insert, table_concat, table_sort = table.insert, table.concat, table.sort
local string_format = string.format

---------------------------------------------------------------------
-- Repositories
---------------------------------------------------------------------

local Repository = {}
Repository.__index = Repository

function packages.new_repository(name)
   return setmetatable({ name = name, manifests = {} }, Repository)
end

--- Add a package.
-- @param manifest table: `name`, `version`, and optionally `dependencies` and
--   `conflicts`, both lists of strings
-- @return table or (nil, string): the repository, or nil and an error message
function Repository:add(manifest)
   local version, err = versions.parse(manifest.version)
   if not version then
      return nil, manifest.name .. ": " .. err
   end
   local entry = { name = manifest.name:lower(), version = version, dependencies = {}, conflicts = {} }
   for _, field_name in ipairs({ "dependencies", "conflicts" }) do
      for _, text in ipairs(manifest[field_name] or {}) do
         local dependency, parse_err = versions.parse_dependency(text)
         if not dependency then
            return nil, string_format("%s %s: %s", manifest.name, manifest.version, parse_err)
         end
         table_insert(entry[field_name], dependency)
      end
   end
   local known_entries = self.manifests[entry.name] or {}
   self.manifests[entry.name] = known_entries
   for _, existing_entry in ipairs(known_entries) do
      if existing_entry.version == version then
         return nil, string_format("%s %s is in the repository already", entry.name, tostring(version))
      end
   end
   table_insert(known_entries, entry)
   -- the newest first: that is the order in which they are tried
   table_sort(known_entries, function(first, second)
      return first.version > second.version
   end)
   return self
end

function Repository:candidates(dependency)
   local found_entries = {}
   for _, entry in ipairs(self.manifests[dependency.name] or {}) do
      if versions.satisfies(entry.version, dependency.constraints) then
         table_insert(found_entries, entry)
      end
   end
   return found_entries
end

---------------------------------------------------------------------
-- Resolution: depth first, with a way back
---------------------------------------------------------------------

local function describe_failure(repository, dependency, required_by)
   local known_entries = repository.manifests[dependency.name]
   if not known_entries then
      return string_format("%s needs '%s', which is not in the repository", required_by, dependency.name)
   end
   local version_texts = {}
   for _, entry in ipairs(known_entries) do
      table_insert(version_texts, tostring(entry.version))
   end
   return string_format("%s needs %s, but there is only %s", required_by, versions.show_dependency(dependency),
      table_concat(version_texts, ", "))
end

local function find_conflict(chosen, entry)
   for _, other_entry in pairs(chosen) do
      for _, conflict in ipairs(other_entry.conflicts) do
         if conflict.name == entry.name and versions.satisfies(entry.version, conflict.constraints) then
            return other_entry
         end
      end
      for _, conflict in ipairs(entry.conflicts) do
         if conflict.name == other_entry.name and versions.satisfies(other_entry.version, conflict.constraints) then
            return other_entry
         end
      end
   end
   return nil
end

local function solve(state, wanted, index)
   local request = wanted[index]
   if not request then
      return true
   end
   state.steps = state.steps + 1
   if state.steps > state.max_steps then
      state.problem = "gave up after " .. state.max_steps .. " steps"
      return false
   end
   local dependency, required_by = request.dependency, request.required_by
   local chosen_entry = state.chosen[dependency.name]
   if chosen_entry then
      if versions.satisfies(chosen_entry.version, dependency.constraints) then
         return solve(state, wanted, index + 1)
      end
      state.problem = string_format("%s needs %s, but %s was chosen", required_by,
         versions.show_dependency(dependency), tostring(chosen_entry.version))
      return false
   end
   local candidates = state.repository:candidates(dependency)
   if #candidates == 0 then
      state.problem = describe_failure(state.repository, dependency, required_by)
      return false
   end
   for _, entry in ipairs(candidates) do
      local conflicting_entry = find_conflict(state.chosen, entry)
      if conflicting_entry then
         state.problem = string_format("%s %s conflicts with %s %s", entry.name, tostring(entry.version),
            conflicting_entry.name, tostring(conflicting_entry.version))
      else
         local mark = #wanted
         state.chosen[entry.name] = entry
         for _, inner_dependency in ipairs(entry.dependencies) do
            table_insert(wanted, {
               dependency = inner_dependency,
               required_by = entry.name .. " " .. tostring(entry.version),
            })
         end
         if solve(state, wanted, index + 1) then
            return true
         end
         -- take back what this choice has added, and try the next one
         state.chosen[entry.name] = nil
         for position = #wanted, mark + 1, -1 do
            wanted[position] = nil
         end
      end
   end
   return false
end

-- Dependencies before what depends on them.
local function installation_order(chosen)
   local ordered_entries, visited_names = {}, {}
   local function visit(name)
      local entry = chosen[name]
      if not entry or visited_names[name] then
         return
      end
      visited_names[name] = true
      for _, dependency in ipairs(entry.dependencies) do
         visit(dependency.name)
      end
      table_insert(ordered_entries, entry)
   end
   local names = {}
   for name in pairs(chosen) do
      table_insert(names, name)
   end
   table_sort(names)
   for _, name in ipairs(names) do
      visit(name)
   end
   return ordered_entries
end

--- Find packages that satisfy all requests.
-- @param repository table: see new_repository
-- @param requests table: a list of strings as for parse_dependency
-- @return table or (nil, string): entries in the order of installation
function packages.resolve(repository, requests)
   local wanted = {}
   for _, text in ipairs(requests) do
      local dependency, err = versions.parse_dependency(text)
      if not dependency then
         return nil, err
      end
      table_insert(wanted, { dependency = dependency, required_by = "the user" })
   end
   local state = { repository = repository, chosen = {}, steps = 0, max_steps = 10000 }
   if not solve(state, wanted, 1) then
      return nil, state.problem
   end
   return installation_order(state.chosen)
end

if not ... then
   local repository = packages.new_repository("main")
   for _, line in ipairs({
      "web 2.0: http >= 2, template ~> 1.0", "web 1.0: http < 2", "http 2.1: socket >= 3.0", "http 1.5: socket",
      "template 1.0.4: text", "template 1.1: text", "text 0.1", "socket 3.1", "socket 2.0", "broken 1.0: web, http < 2",
      "lonely 1: nothing", "old 1: socket < 3",
   }) do
      local name, version, list = line:match("^(%S+) ([^:]+):?%s*(.*)$")
      local dependencies = {}
      for text in (list:gsub(", (%a)", ";%1")):gmatch("[^;]+") do
         table_insert(dependencies, text)
      end
      assert(repository:add({ name = name, version = version, dependencies = dependencies }))
   end
   local function resolved(...)
      local entries, err = packages.resolve(repository, { ... })
      if not entries then
         return err
      end
      for index, entry in ipairs(entries) do
         entries[index] = entry.name .. "-" .. tostring(entry.version)
      end
      return table_concat(entries, " ")
   end
   assert(resolved("web") == "socket-3.1 http-2.1 text-0.1 template-1.0.4 web-2.0", resolved("web"))
   assert(resolved("broken") == "socket-3.1 http-1.5 web-1.0 broken-1.0", resolved("broken"))
   assert(resolved("web", "socket < 3") == "socket-2.0 http-1.5 web-1.0", resolved("web", "socket < 3"))
   assert(resolved("lonely") == "lonely 1 needs 'nothing', which is not in the repository")
   assert(resolved("text > 7") == "the user needs text > 7, but there is only 0.1")
   repository:add({ name = "rival", version = "1", conflicts = { "text < 1" } })
   assert(resolved("rival", "text") == "text 0.1 conflicts with rival 1")
   assert(not repository:add({ name = "text", version = "0.1" }))
   print("packages", resolved("old"))
end

return packages
