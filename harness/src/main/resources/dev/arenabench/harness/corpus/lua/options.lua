--- Command line options, declared once: parsing, validation, help.
--
-- @module options

local options = {}

local OptionParser = {}
OptionParser.__index = OptionParser

local string_rep = string.rep
local table_insert, table_concat = table.insert, table.concat

-- Converters give a value, or nil and what was expected.
local converters = {}

function converters.string(text)
    return text
end

function converters.number(text)
    local value = tonumber(text)
    if not value then
        return nil, "a number"
    end
    return value
end

function converters.integer(text)
    local value = math.tointeger(tonumber(text))
    if not value then
        return nil, "a whole number"
    end
    return value
end

function converters.boolean(text)
    if text == "yes" or text == "true" or text == "on" then
        return true
    elseif text == "no" or text == "false" or text == "off" then
        return false
    end
    return nil, "yes or no"
end

--- Sizes like 512k or 2M, in bytes.
function converters.size(text)
    local number, unit = text:match("^(%d+)([kKmM]?)$")
    local factors = { [""] = 1, k = 1 << 10, m = 1 << 20 }
    if not number then
        return nil, "a size such as 512k or 2M"
    end
    return math.tointeger(number) * factors[unit:lower()]
end

options.converters = converters

--- Creates a parser.
-- @string name of the program, as shown in its help
-- @string description one or more sentences
-- @tparam[opt] table settings `version`
function options.new(name, description, settings)
    settings = settings or {}
    local parser = setmetatable({
        name = name,
        description = description,
        version = settings.version,
        definitions = {},
        by_flag = {},
        arguments = {},
    }, OptionParser)
    parser:flag("-h --help", "Show this help and leave.", { action = "help" })
    if settings.version then
        parser:flag("--version", "Show the version and leave.", { action = "version" })
    end
    return parser
end

local function destination_of(flags)
    local longest = ""
    for _, flag in ipairs(flags) do
        if #flag > #longest then
            longest = flag
        end
    end
    return (longest:gsub("^%-+", ""):gsub("%-", "_"))
end

function OptionParser:_define(names, description, settings)
    local flags = {}
    for flag in names:gmatch("%S+") do
        if not flag:find("^%-%-?[%w]") then
            error("option '" .. flag .. "' must begin with a dash", 3)
        end
        table_insert(flags, flag)
    end
    local definition = {
        flags = flags,
        description = description,
        destination = settings.destination or destination_of(flags),
        default = settings.default,
        required = settings.required,
        repeatable = settings.repeatable,
        choices = settings.choices,
        action = settings.action,
        convert = settings.convert,
        metavar = settings.metavar,
    }
    for _, flag in ipairs(flags) do
        self.by_flag[flag] = definition
    end
    table_insert(self.definitions, definition)
    return definition
end

--- Defines a flag: an option without a value. A repeatable one is counted.
function OptionParser:flag(names, description, settings)
    self:_define(names, description, settings or {})
    return self
end

--- Defines an option with a value.
-- @string names as in "-o --output"
-- @string description
-- @tparam[opt] table settings `type`, `default`, `choices`, `required`, `repeatable`, `metavar`
function OptionParser:option(names, description, settings)
    settings = settings or {}
    local convert = converters[settings.type or "string"]
    if not convert then
        error("unknown option type '" .. tostring(settings.type) .. "'", 2)
    end
    local definition = self:_define(names, description, settings)
    definition.takes_value = true
    definition.convert = convert
    definition.metavar = settings.metavar or definition.destination:upper()
    return self
end

--- Defines a positional argument; `many = true` takes all that are left.
function OptionParser:argument(name, description, settings)
    settings = settings or {}
    table_insert(self.arguments, {
        name = name,
        description = description,
        optional = settings.optional,
        many = settings.many,
        convert = converters[settings.type or "string"],
        default = settings.default,
    })
    return self
end

-- Parsing --

local function usage_error(parser, message, ...)
    error({ parser = parser, message = message:format(...) }, 0)
end

function OptionParser:_convert(definition, label, text)
    local value, expected = definition.convert(text)
    if value == nil then
        usage_error(self, "%s must be %s, not '%s'", label, expected, text)
    end
    if definition.choices then
        for _, choice in ipairs(definition.choices) do
            if choice == value then
                return value
            end
        end
        usage_error(self, "%s must be one of %s, not '%s'", label, table_concat(definition.choices, ", "), text)
    end
    return value
end

local function store(result, definition, value)
    local name = definition.destination
    if not definition.repeatable then
        result[name] = value
    elseif definition.takes_value then
        result[name] = result[name] or {}
        table_insert(result[name], value)
    else
        result[name] = (result[name] or 0) + 1
    end
end

function OptionParser:_lookup(flag)
    local definition = self.by_flag[flag]
    if not definition then
        usage_error(self, "unknown option '%s'", flag)
    end
    return definition
end

function OptionParser:_assign_arguments(result, values)
    local position = 1
    for index, argument in ipairs(self.arguments) do
        if argument.many then
            local last = #values - (#self.arguments - index)
            local list = {}
            for i = position, last do
                table_insert(list, self:_convert(argument, argument.name, values[i]))
            end
            if #list == 0 and not argument.optional then
                usage_error(self, "missing argument: %s", argument.name)
            end
            result[argument.name] = list
            position = math.max(position, last + 1)
        elseif values[position] ~= nil then
            result[argument.name] = self:_convert(argument, argument.name, values[position])
            position = position + 1
        elseif argument.optional then
            result[argument.name] = argument.default
        else
            usage_error(self, "missing argument: %s", argument.name)
        end
    end
    if values[position] then
        usage_error(self, "unexpected argument '%s'", values[position])
    end
end

function OptionParser:_run(words)
    local result, values, index = {}, {}, 1
    local only_arguments = false
    while index <= #words do
        local word = words[index]
        index = index + 1
        if only_arguments or word == "-" or not word:find("^%-") then
            table_insert(values, word)
        elseif word == "--" then
            only_arguments = true
        else
            local flag, attached_value = word:match("^(%-%-[^=]+)=(.*)$")
            if not flag and word:find("^%-[^-].") then
                -- -xvf is -x -v -f; -ofile is -o file
                flag, attached_value = word:sub(1, 2), word:sub(3)
                if not self:_lookup(flag).takes_value then
                    table_insert(words, index, "-" .. attached_value)
                    attached_value = nil
                end
            end
            flag = flag or word
            local definition = self:_lookup(flag)
            if definition.action then
                error({ parser = self, action = definition.action }, 0)
            elseif definition.takes_value then
                local text = attached_value
                if not text then
                    text = words[index]
                    index = index + 1
                    if text == nil then
                        usage_error(self, "option '%s' needs a value", flag)
                    end
                end
                store(result, definition, self:_convert(definition, "option '" .. flag .. "'", text))
            elseif attached_value then
                usage_error(self, "option '%s' takes no value", flag)
            else
                store(result, definition, true)
            end
        end
    end
    for _, definition in ipairs(self.definitions) do
        if result[definition.destination] == nil then
            if definition.required then
                usage_error(self, "option '%s' is required", definition.flags[#definition.flags])
            end
            result[definition.destination] = definition.default
        end
    end
    self:_assign_arguments(result, values)
    return result
end

function OptionParser:usage()
    local parts = { "Usage: " .. self.name .. " [OPTION]..." }
    for _, argument in ipairs(self.arguments) do
        local name = argument.name:upper() .. (argument.many and "..." or "")
        table_insert(parts, argument.optional and "[" .. name .. "]" or name)
    end
    return table_concat(parts, " ")
end

function OptionParser:help()
    local lines = { self:usage(), self.description, "" }
    for _, definition in ipairs(self.definitions) do
        local left = "  " .. table_concat(definition.flags, ", ")
        if definition.takes_value then
            left = left .. " " .. definition.metavar
        end
        local description = definition.description
        if definition.default ~= nil then
            description = description .. " Default: " .. tostring(definition.default) .. "."
        end
        table_insert(lines, left .. string_rep(" ", 26 - #left) .. description)
    end
    return table_concat(lines, "\n")
end

--- Parses a list of words.
-- @return the values by name; or nil, a text to show and an exit code
function OptionParser:parse(words)
    local copy = table.move(words, 1, #words, 1, {})
    local success, result = pcall(self._run, self, copy)
    if success then
        return result
    end
    local problem = result
    if type(problem) ~= "table" then
        error(problem, 0)
    elseif problem.action == "help" then
        return nil, problem.parser:help(), 0
    elseif problem.action == "version" then
        return nil, problem.parser.name .. " " .. problem.parser.version, 0
    end
    return nil, ("%s\n%s: %s"):format(problem.parser:usage(), self.name, problem.message), 2
end

if not ... then
    local parser = options.new("pack", "Packs files.", { version = "1.2" })
    parser:option("-o --output", "Where to write the archive.", { default = "out.pack" })
    parser:option("-l --level", "How hard to try.", { type = "integer", choices = { 1, 5, 9 } })
    parser:option("--limit", "Largest file that is taken.", { type = "size" })
    parser:flag("-v --verbose", "Say more.", { repeatable = true })
    parser:flag("-x --extract", "Unpack.")
    parser:argument("files", "What to pack.", { many = true })
    local result = assert(parser:parse { "-vxv", "-ofile", "a", "--level=5", "--limit", "2k", "--", "-b" })
    assert(result.verbose == 2 and result.extract and result.output == "file" and result.level == 5)
    assert(result.limit == 2048 and #result.files == 2 and result.files[2] == "-b")
    local function fails(words, expected, expected_code)
        local nothing, text, code = parser:parse(words)
        assert(not nothing and text:find(expected, 1, true) and code == (expected_code or 2), text)
    end
    fails({ "a", "--outptu", "x" }, "unknown option '--outptu'")
    fails({ "a", "-l", "3" }, "option '-l' must be one of 1, 5, 9, not '3'")
    fails({}, "missing argument: files")
    fails({ "--version" }, "pack 1.2", 0)
    fails({ "--help" }, "  -o, --output OUTPUT     Where to write the archive. Default: out.pack.", 0)
    print("options", #parser:help())
end

return options
