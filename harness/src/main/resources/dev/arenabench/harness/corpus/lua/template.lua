--- A template engine that compiles templates to Lua functions.
--
--     {{ expr }}      the value, escaped for HTML
--     {{{ expr }}}    the value as it is
--     {% code %}      Lua statements: loops, conditions, locals
--     {# comment #}   left out
--     {> name }       another template, with the same values
--     {[ block name ]} … {[ end ]}   a part that a child template can replace
--
-- A dash inside of a tag ("{%-", "-%}") removes the blanks on that side.

local template = {}

local concat, insert, remove = table.concat, table.insert, table.remove
local fmt = string.format

local Engine = {}
Engine.__index = Engine

----------------------------------------------------------------------
-- Filters: {{ name | upper | default "nobody" }}

local filters = {}

function filters.upper(s) return tostring(s):upper() end
function filters.lower(s) return tostring(s):lower() end
function filters.trim(s) return (tostring(s):match("^%s*(.-)%s*$")) end
function filters.length(v) return #v end

function filters.capitalize(s)
  return (tostring(s):gsub("^%l", string.upper))
end

filters["default"] = function(v, other)
  if v == nil or v == "" then return other end
  return v
end

function filters.join(list, separator)
  local parts = {}
  for i, v in ipairs(list) do parts[i] = tostring(v) end
  return concat(parts, separator or ", ")
end

function filters.truncate(s, n)
  s = tostring(s)
  local stop = utf8.offset(s, n + 1)
  if not stop or stop > #s then return s end
  return s:sub(1, stop - 1) .. "\u{2026}"
end

function filters.round(x, places)
  return fmt("%." .. (places or 0) .. "f", x)
end

local html_entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;", ["'"] = "&#39;" }

local function escape(value)
  if value == nil then return "" end
  return (tostring(value):gsub("[&<>\"']", html_entities))
end

----------------------------------------------------------------------
-- Cutting the source into pieces

local openers = {
  { open = "{{{", close = "}}}", kind = "raw" },
  { open = "{{", close = "}}", kind = "value" },
  { open = "{%", close = "%}", kind = "code" },
  { open = "{#", close = "#}", kind = "comment" },
  { open = "{>", close = "}", kind = "include" },
  { open = "{[", close = "]}", kind = "block" },
}

local function line_of(source, position)
  local _, breaks = source:sub(1, position - 1):gsub("\n", "")
  return breaks + 1
end

local function split(source, name)
  local pieces, position = {}, 1
  while position <= #source do
    local start, tag = nil, nil
    local from = position
    repeat
      start = source:find("{", from, true)
      if start then
        for _, candidate in ipairs(openers) do
          if source:sub(start, start + #candidate.open - 1) == candidate.open then
            tag = candidate
            break
          end
        end
        from = start + 1
      end
    until tag or not start
    if not tag then
      insert(pieces, { kind = "text", text = source:sub(position) })
      break
    end
    local inner = start + #tag.open
    local stop, last = source:find(tag.close, inner, true)
    if not stop then
      error(fmt("%s:%d: '%s' is not closed by '%s'", name, line_of(source, start), tag.open, tag.close), 0)
    end
    local before, text = source:sub(position, start - 1), source:sub(inner, stop - 1)
    if text:sub(1, 1) == "-" then
      before, text = before:gsub("%s+$", ""), text:sub(2)
    end
    position = last + 1
    if text:sub(-1) == "-" then
      text = text:sub(1, -2)
      position = source:find("%S", position) or #source + 1
    elseif tag.kind ~= "value" and tag.kind ~= "raw" and source:sub(position, position) == "\n" then
      position = position + 1 -- a tag that prints nothing takes its line break along
    end
    if before ~= "" then insert(pieces, { kind = "text", text = before }) end
    insert(pieces, { kind = tag.kind, text = text, line = line_of(source, start) })
  end
  return pieces
end

----------------------------------------------------------------------
-- Compiling

-- a | f | g "x"  becomes  _f["g"](_f["f"](a), "x"); "||" does not occur in Lua
local function with_filters(expression)
  local parts = {}
  for part in (expression .. "|"):gmatch "([^|]*)|" do insert(parts, part) end
  local code = "(" .. parts[1] .. ")"
  for i = 2, #parts do
    local name, args = parts[i]:match "^%s*([%a_][%w_]*)%s*(.-)%s*$"
    if not name then return nil, "bad filter '" .. parts[i] .. "'" end
    code = fmt("_f[%q](%s%s)", name, code, args ~= "" and ", " .. args or "")
  end
  return code
end

function Engine:_generate(pieces, name)
  local code = { "local _ENV, _out, _engine, _f, _e, _blocks = ..." }
  local open_blocks = {}
  for _, piece in ipairs(pieces) do
    local kind, text = piece.kind, piece.text
    if kind == "text" then
      insert(code, fmt("_out[#_out + 1] = %q", text))
    elseif kind == "value" or kind == "raw" then
      local expression, err = with_filters(text)
      if not expression then error(fmt("%s:%d: %s", name, piece.line, err), 0) end
      insert(code, fmt("_out[#_out + 1] = %s(%s)", kind == "value" and "_e" or "_engine.text", expression))
    elseif kind == "code" then
      insert(code, text)
    elseif kind == "include" then
      insert(code, fmt("_engine:_render_into(_out, %q, _ENV, _blocks)", text:match "^%s*(.-)%s*$"))
    elseif kind == "block" then
      local word, block = text:match "^%s*(%a+)%s*([%w_]*)%s*$"
      if word == "block" then
        insert(open_blocks, { name = block, line = piece.line })
        insert(code, fmt("if not _blocks[%q] then _blocks[%q] = function(_out)", block, block))
      elseif word == "extends" then
        insert(code, fmt("local _parent, _child_out = %q, _out; _out = {}", block))
        self.parents[name] = block
      elseif word == "end" and #open_blocks > 0 then
        local b = remove(open_blocks)
        insert(code, fmt("end end _blocks[%q](_out)", b.name))
      else
        error(fmt("%s:%d: unexpected block tag '%s'", name, piece.line, text), 0)
      end
    end
  end
  if #open_blocks > 0 then
    local b = open_blocks[#open_blocks]
    error(fmt("%s:%d: block '%s' is not ended", name, b.line, b.name), 0)
  end
  if self.parents[name] then
    insert(code, "_engine:_render_into(_child_out, _parent, _ENV, _blocks)")
  end
  return concat(code, "\n")
end

--- Make an engine.
-- @param loader a table of sources by name, or a function(name) that gives one
function template.new(loader, options)
  options = options or {}
  local self = setmetatable({
    load_source = type(loader) == "function" and loader or function(name) return (loader or {})[name] end,
    compiled = {},
    parents = {},
    filters = setmetatable(options.filters or {}, { __index = filters }),
    globals = options.globals or { ipairs = ipairs, pairs = pairs, string = string, table = table, math = math, tostring = tostring },
    depth = 0,
  }, Engine)
  return self
end

function Engine.text(value)
  return value == nil and "" or tostring(value)
end

function Engine:compile(name)
  local compiled = self.compiled[name]
  if compiled then return compiled end
  local source = self.load_source(name)
  if not source then error(fmt("no template '%s'", name), 0) end
  local code = self:_generate(split(source, name), name)
  local chunk, err = load(code, "=" .. name, "t", {})
  if not chunk then error("cannot compile: " .. err, 0) end
  self.compiled[name] = chunk
  return chunk
end

function Engine:_render_into(out, name, env, blocks)
  self.depth = self.depth + 1
  if self.depth > 50 then error(fmt("template '%s' includes itself", name), 0) end
  self:compile(name)(env, out, self, self.filters, escape, blocks)
  self.depth = self.depth - 1
end

--- Render a template with values; gives the text, or nil and a message.
function Engine:render(name, values)
  local out = {}
  local env = setmetatable({}, {
    __index = function(_, key)
      local value = values and values[key]
      if value == nil then return self.globals[key] end
      return value
    end,
  })
  self.depth = 0
  local ok, err = pcall(self._render_into, self, out, name, env, {})
  if not ok then return nil, err end
  return concat(out)
end

if not ... then
  local engine = template.new {
    hello = "Hello {{ name | trim | capitalize }}!",
    list = [=[
<ul>
{% for i, item in ipairs(items) do %}
  <li class="{{ i % 2 == 0 and "even" or "odd" }}">{{ item.name }} {{{ item.mark }}}</li>
{% end -%}
</ul>]=],
    page = "<title>{[ block title ]}Untitled{[ end ]}</title>{> nav }<main>{[ block body ]}{[ end ]}</main>",
    nav = "<nav>{{ user | default 'guest' }}</nav>",
    child = "{[ extends page ]}{[ block title ]}Child of {{ user }}{[ end ]}ignored{[ block body ]}Text{[ end ]}",
    comment = "a{# not this #}b { c }",
    loop = "{> loop }",
    broken = "line one\n{{ oops",
    bad = "{% if x %}",
  }
  local function check(name, values, expected)
    local text, err = engine:render(name, values)
    assert(text == expected, fmt("%s: got %q (%s)", name, tostring(text), tostring(err)))
  end
  check("hello", { name = "  lua " }, "Hello Lua!")
  check("list", { items = { { name = "a<b", mark = "<b>" }, { name = "c" } } },
    '<ul>\n  <li class="odd">a&lt;b <b></li>\n  <li class="even">c </li>\n</ul>')
  check("page", {}, "<title>Untitled</title><nav>guest</nav><main></main>")
  check("child", { user = "Ann" }, "<title>Child of Ann</title><nav>Ann</nav><main>Text</main>")
  check("comment", {}, "ab { c }")
  local function fails(name, message)
    local text, err = engine:render(name, {})
    assert(not text and err:find(message, 1, true), tostring(err))
  end
  fails("loop", "includes itself")
  fails("broken", "broken:2: '{{' is not closed")
  fails("bad", "cannot compile")
  fails("none", "no template 'none'")
  assert(filters.truncate("naïve text", 5) == "naïve…" and filters.round(2.345, 1) == "2.3")
  print("template", #engine:render("list", { items = {} }))
end

return template
