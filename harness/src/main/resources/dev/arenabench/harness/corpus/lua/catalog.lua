--- Message catalogs: translations with plural forms, fallback locales and
-- parameters, read from text files.
--
--     # greetings.de
--     msgid "hello"
--     msgstr "Hallo, {name}!"
--
--     msgid "files"
--     msgstr[one] "Eine Datei"
--     msgstr[other] "{count} Dateien"
--
-- @module catalog

local catalog = {}

local setmetatable, type, tostring, ipairs, pairs = setmetatable, type, tostring, ipairs, pairs
local table_insert, table_concat = table.insert, table.concat

-- Plural rules: a number's category, by language --

local plural_rules = {}

local function one_and_other(number)
    return number == 1 and "one" or "other"
end

for _, language in ipairs { "en", "de", "nl", "sv", "es", "it", "el" } do
    plural_rules[language] = one_and_other
end

plural_rules.ja = function() return "other" end
plural_rules.zh = plural_rules.ja

function plural_rules.fr(number)
    return number < 2 and "one" or "other"
end

function plural_rules.pl(number)
    if number == 1 then
        return "one"
    end
    local last_digit, last_two_digits = number % 10, number % 100
    if last_digit >= 2 and last_digit <= 4 and not (last_two_digits >= 12 and last_two_digits <= 14) then
        return "few"
    end
    return "many"
end

-- Numbers and dates --

local formats = {
    en = { decimal = ".", group = ",", date = "%m/%d/%Y" },
    de = { decimal = ",", group = ".", date = "%d.%m.%Y" },
    fr = { decimal = ",", group = "\u{202F}", date = "%d/%m/%Y" },
    pl = { decimal = ",", group = "\u{A0}", date = "%d.%m.%Y" },
}

local default_format = { decimal = ".", group = "", date = "%Y-%m-%d" }

local function language_of(locale)
    return locale:match("^%a+"):lower()
end

local function format_number(number, locale, decimals)
    local conventions = formats[language_of(locale)] or default_format
    local text = ("%." .. (decimals or (math.type(number) == "integer" and 0 or 2)) .. "f"):format(number)
    local sign, whole, fraction = text:match("^(%-?)(%d+)%.?(%d*)$")
    local groups = {}
    while #whole > 3 do
        table_insert(groups, 1, whole:sub(-3))
        whole = whole:sub(1, -4)
    end
    table_insert(groups, 1, whole)
    local result = sign .. table_concat(groups, conventions.group)
    if fraction ~= "" then
        result = result .. conventions.decimal .. fraction
    end
    return result
end

catalog.format_number = format_number

-- Message templates: "{name}", "{count, number}", "{when, date}",
-- "{gender, select, female: she, male: he, other: they}"; "{{" is a brace

local formatters = {}

function formatters.number(value, locale, argument)
    return format_number(value, locale, tonumber(argument))
end

function formatters.date(value, locale)
    local conventions = formats[language_of(locale)] or default_format
    return os.date("!" .. conventions.date, value)
end

function formatters.select(value, _, argument)
    local fallback
    for key, text in argument:gmatch("%s*([%w_]+):%s*([^,]*)") do
        if key == tostring(value) then
            return text
        elseif key == "other" then
            fallback = text
        end
    end
    return fallback
end

function formatters.upper(value)
    return tostring(value):upper()
end

--- Splits a template into texts and placeholders, once.
local function compile(template)
    local parts, position = {}, 1
    while position <= #template do
        local brace_position = template:find("[{}]", position)
        if not brace_position then
            table_insert(parts, template:sub(position))
            break
        end
        table_insert(parts, template:sub(position, brace_position - 1))
        local brace = template:sub(brace_position, brace_position)
        if template:sub(brace_position + 1, brace_position + 1) == brace then
            table_insert(parts, brace)
            position = brace_position + 2
        elseif brace == "}" then
            return nil, "unexpected '}' in '" .. template .. "'"
        else
            local content, after = template:match("^{([^{}]*)}()", brace_position)
            if not content then
                return nil, "'{' is not closed in '" .. template .. "'"
            end
            local name, formatter_name, argument = content:match("^%s*([%w_]+)%s*,?%s*(%a*)%s*,?%s*(.-)%s*$")
            if not name then
                return nil, "malformed placeholder '{" .. content .. "}'"
            elseif formatter_name ~= "" and not formatters[formatter_name] then
                return nil, "unknown format '" .. formatter_name .. "'"
            end
            table_insert(parts, { name = name, formatter = formatters[formatter_name], argument = argument })
            position = after
        end
    end
    return parts
end

local function render(parts, parameters, locale)
    local result = {}
    for index, part in ipairs(parts) do
        if type(part) == "string" then
            result[index] = part
        else
            local value = parameters[part.name]
            if value == nil then
                result[index] = "{" .. part.name .. "}"
            elseif part.formatter then
                result[index] = part.formatter(value, locale, part.argument) or tostring(value)
            elseif type(value) == "number" then
                result[index] = format_number(value, locale)
            else
                result[index] = tostring(value)
            end
        end
    end
    return table_concat(result)
end

-- Reading files --

local escapes = { n = "\n", t = "\t", ["\\"] = "\\", ['"'] = '"' }

local function unquote(text)
    local content = text:match('^%s*"(.*)"%s*$')
    return content and (content:gsub("\\(.)", escapes))
end

--- Parses the text of a catalog file.
-- @treturn table messages by identifier; or nil and a message
function catalog.parse(text)
    local messages, current_message, current_form = {}, nil, nil
    local line_number = 0
    for line in (text .. "\n"):gmatch("(.-)\r?\n") do
        line_number = line_number + 1
        local keyword, form, rest = line:match("^(msg%a+)%[?([%w]*)%]?%s+(.*)$")
        if not line:find("%S") or line:find("^%s*#") then
            -- nothing to do: empty line or comment
            current_form = nil
        elseif keyword == "msgid" then
            local identifier = unquote(rest)
            if not identifier then
                return nil, ("line %d: expected a text in quotes"):format(line_number)
            elseif messages[identifier] then
                return nil, ("line %d: message '%s' is defined twice"):format(line_number, identifier)
            end
            current_message = {}
            messages[identifier] = current_message
        elseif keyword == "msgstr" and current_message then
            current_form = form ~= "" and form or "other"
            current_message[current_form] = unquote(rest)
        elseif current_message and current_form and unquote(line) then
            current_message[current_form] = current_message[current_form] .. unquote(line)
        else
            return nil, ("line %d: unexpected '%s'"):format(line_number, line)
        end
    end
    for identifier, message in pairs(messages) do
        for plural_form, template in pairs(message) do
            local parts, problem = compile(template)
            if not parts then
                return nil, ("message '%s': %s"):format(identifier, problem)
            end
            message[plural_form] = parts
        end
    end
    return messages
end

-- Translators --

local Translator = {}
Translator.__index = Translator

--- Creates a translator.
-- @tparam table options `default_locale`, `on_missing(identifier, locale)`
function catalog.new(options)
    options = options or {}
    return setmetatable({
        default_locale = options.default_locale or "en",
        on_missing = options.on_missing,
        catalogs = {},
    }, Translator)
end

--- Adds the text of a file; later messages replace earlier ones.
function Translator:load(locale, text)
    local messages, problem = catalog.parse(text)
    if not messages then
        return nil, locale .. ": " .. problem
    end
    local known_messages = self.catalogs[locale] or {}
    self.catalogs[locale] = known_messages
    for identifier, message in pairs(messages) do
        known_messages[identifier] = message
    end
    return self
end

-- "de-AT" falls back to "de", and that to the default.
local function fallback_locales(locale, default_locale)
    local locales, seen_locales = {}, {}
    local function add(candidate)
        while candidate and not seen_locales[candidate] do
            seen_locales[candidate] = true
            table_insert(locales, candidate)
            candidate = candidate:match("^(.*)%-[^%-]*$")
        end
    end
    add(locale)
    add(default_locale)
    return locales
end

--- The text of a message.
-- @string locale such as "de-AT"
-- @string identifier
-- @tparam[opt] table parameters; `count` chooses the plural form
function Translator:translate(locale, identifier, parameters)
    parameters = parameters or {}
    for _, candidate_locale in ipairs(fallback_locales(locale, self.default_locale)) do
        local messages = self.catalogs[candidate_locale]
        local message = messages and messages[identifier]
        if message then
            local rule = plural_rules[language_of(candidate_locale)] or one_and_other
            local form = parameters.count and rule(parameters.count) or "other"
            local parts = message[form] or message.other
            if parts then
                return render(parts, parameters, locale)
            end
        end
    end
    if self.on_missing then
        self.on_missing(identifier, locale)
    end
    return identifier
end

--- A function that translates into one locale.
function Translator:for_locale(locale)
    return function(identifier, parameters)
        return self:translate(locale, identifier, parameters)
    end
end

if not ... then
    local missing = {}
    local translator = catalog.new { on_missing = function(identifier) table_insert(missing, identifier) end }
    assert(translator:load("en", [[
msgid "hello"
msgstr "Hello, {name}!"
msgid "files"
msgstr[one] "One file in {folder, upper}"
msgstr[other] "{count} files in {folder, upper}"
msgid "seen"
msgstr "{who, select, female: She, male: He, other: They} "
"came on {when, date} {{at last}}."
]]))
    assert(translator:load("de", 'msgid "hello"\nmsgstr "Hallo, {name}!"\nmsgid "total"\nmsgstr "{sum, number, 2} \\"netto\\""'))
    assert(translator:load("pl", 'msgid "files"\nmsgstr[one] "{count} plik"\nmsgstr[few] "{count} pliki"\nmsgstr[many] "{count} plików"'))
    local english, austrian, polish = translator:for_locale("en"), translator:for_locale("de-AT"), translator:for_locale("pl")
    assert(english("hello", { name = "Ann" }) == "Hello, Ann!" and austrian("hello", { name = "Ann" }) == "Hallo, Ann!")
    assert(english("files", { count = 1, folder = "tmp" }) == "One file in TMP")
    assert(english("files", { count = 12345, folder = "tmp" }) == "12,345 files in TMP")
    assert(austrian("total", { sum = -1234567.891 }) == "-1.234.567,89 \"netto\"")
    assert(polish("files", { count = 22 }) == "22 pliki" and polish("files", { count = 12 }) == "12 plików")
    assert(english("seen", { who = "female", when = 86400 }) == "She came on 01/02/1970 {at last}.")
    assert(english("nothing") == "nothing" and missing[1] == "nothing" and english("hello") == "Hello, {name}!")
    local function fails(text, expected)
        local nothing, problem = translator:load("en", text)
        assert(not nothing and problem:find(expected, 1, true), tostring(problem))
    end
    fails('msgid "a"\nmsgstr "{b"', "message 'a': '{' is not closed")
    fails('msgid "a"\nmsgid "a"', "en: line 2: message 'a' is defined twice")
    fails('what', "line 1: unexpected 'what'")
    print("catalog", #missing)
end

return catalog
