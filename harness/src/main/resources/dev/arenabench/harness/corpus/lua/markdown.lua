--- Markdown to HTML.
-- A useful part of the language: headings, paragraphs, lists that nest, block
-- quotes, fenced and indented code, rules, tables; emphasis, code spans, links,
-- images and autolinks. First the lines become blocks, then the text of the
-- blocks becomes inline HTML.
-- @module markdown

local markdown = {}

local insert, remove, concat = table.insert, table.remove, table.concat
local gsub, match, find, sub = string.gsub, string.match, string.find, string.sub

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }

local function escape(text)
  return (gsub(text, '[&<>"]', entities))
end

local function attributes(list)
  local parts = {}
  for _, pair in ipairs(list) do
    local name, value = pair[1], pair[2]
    if value and value ~= "" then
      insert(parts, (' %s="%s"'):format(name, escape(value)))
    end
  end
  return concat(parts)
end

local function tag(name, content, list)
  return "<" .. name .. attributes(list or {}) .. ">" .. content .. "</" .. name .. ">"
end

-- Inline ------------------------------------------------------------

-- Finished HTML is put aside under a number between two \1 bytes, so that
-- later rules leave it alone; `restore` puts it back.
local Inline = {}
Inline.__index = Inline

function Inline.new(references)
  return setmetatable({ kept = {}, references = references }, Inline)
end

function Inline:keep(html)
  insert(self.kept, html)
  return "\1" .. #self.kept .. "\1"
end

function Inline:restore(text)
  local count
  repeat
    text, count = gsub(text, "\1(%d+)\1", function(n) return self.kept[tonumber(n)] end)
  until count == 0
  return text
end

function Inline:link(label, target, title)
  if match(target, "^%s*[jJ][aA][vV][aA][sS][cC][rR][iI][pP][tT]:") then target = "#" end
  return self:keep("<a" .. attributes { { "href", target }, { "title", title } } .. ">")
    .. self:spans(label) .. self:keep "</a>"
end

local function target_and_title(text)
  local target, title = match(text, '^%s*<?([^%s>]*)>?%s+"(.*)"%s*$')
  if not target then target = match(text, "^%s*<?([^%s>]*)>?%s*$") end
  return target, title
end

function Inline:emphasis(text)
  for _, rule in ipairs {
    { "%*%*%*(%S.-)%*%*%*", "<strong><em>", "</em></strong>" },
    { "%*%*(%S.-)%*%*", "<strong>", "</strong>" },
    { "__(%S.-)__", "<strong>", "</strong>" },
    { "%*(%S.-)%*", "<em>", "</em>" },
    { "%f[%w_]_(%S.-)_%f[^%w_]", "<em>", "</em>" },
    { "~~(%S.-)~~", "<del>", "</del>" },
  } do
    local pattern, open, close = table.unpack(rule)
    text = gsub(text, pattern, function(inner)
      return self:keep(open) .. inner .. self:keep(close)
    end)
  end
  return text
end

function Inline:spans(text)
  text = gsub(text, "\\([%p])", function(c) return self:keep(escape(c)) end)
  text = gsub(text, "(`+)(.-[^`])%1%f[^`]", function(_, code)
    return self:keep(tag("code", escape(match(code, "^%s*(.-)%s*$"))))
  end)
  text = gsub(text, "!%[([^%]]*)%](%b())", function(alt, rest)
    local source, title = target_and_title(sub(rest, 2, -2))
    if not source then return nil end
    return self:keep("<img" .. attributes { { "src", source }, { "alt", alt }, { "title", title } } .. ">")
  end)
  text = gsub(text, "(%b[])(%b())", function(label, rest)
    local target, title = target_and_title(sub(rest, 2, -2))
    return target and self:link(sub(label, 2, -2), target, title)
  end)
  text = gsub(text, "(%b[])(%b[])", function(label, key)
    label, key = sub(label, 2, -2), sub(key, 2, -2)
    local reference = self.references[(key ~= "" and key or label):lower()]
    return reference and self:link(label, reference.target, reference.title)
  end)
  text = gsub(text, "<(%a+://[^%s>]+)>", function(url) return self:link(url, url) end)
  text = self:emphasis(escape(text))
  text = gsub(text, "  +\n", function() return self:keep "<br>" .. "\n" end)
  return text
end

local function inline(text, references)
  local state = Inline.new(references)
  return state:restore(state:spans(text))
end

-- Blocks ------------------------------------------------------------
-- Each rule gets the lines and the number of the first; it gives the
-- HTML and the number of the line after, or nil if it does not apply.

local blocks, render_blocks = {}, nil

local function is_blank(line) return line == nil or not find(line, "%S") end

local function add(name, rule) insert(blocks, { name = name, apply = rule }) end

add("fence", function(lines, i)
  local indent, fence, info = match(lines[i], "^( ? ? ?)(```+)%s*(%S*)")
  if not fence then return nil end
  local code, at = {}, i + 1
  while lines[at] and not find(lines[at], "^%s*" .. fence) do
    insert(code, (gsub(lines[at], "^" .. indent, "")))
    at = at + 1
  end
  insert(code, "")
  local class = info ~= "" and "language-" .. info or nil
  return tag("pre", tag("code", escape(concat(code, "\n")), { { "class", class } })), at + 1
end)

add("heading", function(lines, i, state)
  local marks, text = match(lines[i], "^(#+)%s+(.-)%s*#*%s*$")
  local level, after = marks and #marks, i + 1
  if not level or level > 6 then
    local underline = lines[i + 1] or ""
    if find(underline, "^=+%s*$") then level = 1 elseif find(underline, "^%-%-+%s*$") then level = 2 else return nil end
    if is_blank(lines[i]) then return nil end
    text, after = lines[i], i + 2
  end
  local id = gsub(gsub(text:lower(), "[^%w%s-]", ""), "%s+", "-")
  insert(state.headings, { level = level, text = text, id = id })
  return tag("h" .. level, inline(text, state.references), { { "id", id } }), after
end)

add("rule", function(lines, i)
  local squeezed = gsub(lines[i], "%s", "")
  if #squeezed < 3 then return nil end
  if squeezed == ("*"):rep(#squeezed) or squeezed == ("-"):rep(#squeezed) or squeezed == ("_"):rep(#squeezed) then
    return "<hr>", i + 1
  end
end)

add("quote", function(lines, i, state)
  if not find(lines[i], "^%s?>") then return nil end
  local inner = {}
  while not is_blank(lines[i]) do
    insert(inner, (gsub(lines[i], "^%s?> ?", "")))
    i = i + 1
  end
  return tag("blockquote", "\n" .. render_blocks(inner, state) .. "\n"), i
end)

add("code", function(lines, i)
  if not find(lines[i], "^    ") then return nil end
  local code = {}
  while lines[i] and (find(lines[i], "^    ") or is_blank(lines[i])) do
    insert(code, sub(lines[i], 5))
    i = i + 1
  end
  while code[#code] == "" do remove(code) end
  return tag("pre", tag("code", escape(concat(code, "\n")) .. "\n")), i
end)

local function marker(line)
  local indent, bullet, rest = match(line, "^( *)([-+*])%s+(.*)$")
  if bullet then return #indent, false, rest end
  local number
  indent, number, rest = match(line, "^( *)(%d+)[.)]%s+(.*)$")
  if number then return #indent, tonumber(number), rest end
end

add("list", function(lines, i, state)
  local indent, number = marker(lines[i])
  if not indent or indent > 3 then return nil end
  local items, loose = {}, false
  while lines[i] do
    local depth, n, rest = marker(lines[i])
    if depth and depth <= indent and not n == not number then
      insert(items, { rest })
      i = i + 1
    elseif is_blank(lines[i]) then
      local following = lines[i + 1]
      if is_blank(following) or not (marker(following) or find(following, "^  ")) then break end
      loose = true
      insert(items[#items], "")
      i = i + 1
    elseif depth and depth > indent or find(lines[i], "^  ") then
      insert(items[#items], (gsub(lines[i], "^" .. (" "):rep(math.min(4, indent + 2)), "")))
      i = i + 1
    else
      break
    end
  end
  local html = {}
  for k, item in ipairs(items) do
    local body = render_blocks(item, state)
    if not loose then body = gsub(body, "^<p>(.-)</p>", "%1") end
    html[k] = tag("li", body)
  end
  local list = { { "start", number and number ~= 1 and tostring(number) or nil } }
  return tag(number and "ol" or "ul", "\n" .. concat(html, "\n") .. "\n", list), i
end)

local function cells_of(line)
  local cells = {}
  line = gsub(gsub(line, "^%s*|", ""), "|%s*$", "")
  for cell in (line .. "|"):gmatch "(.-)|" do insert(cells, match(cell, "^%s*(.-)%s*$")) end
  return cells
end

add("table", function(lines, i, state)
  local divider = lines[i + 1]
  if not find(lines[i], "|", 1, true) or not divider or not find(divider, "^[%s|:-]*%-[%s|:-]*$") then
    return nil
  end
  local aligns = {}
  for k, cell in ipairs(cells_of(divider)) do
    local left, right = find(cell, "^:"), find(cell, ":$")
    aligns[k] = left and right and "center" or right and "right" or nil
  end
  local function row(line, name)
    local out = {}
    for k, cell in ipairs(cells_of(line)) do
      insert(out, tag(name, inline(cell, state.references), { { "align", aligns[k] } }))
    end
    return tag("tr", concat(out))
  end
  local rows = { row(lines[i], "th") }
  i = i + 2
  while not is_blank(lines[i]) do
    insert(rows, row(lines[i], "td"))
    i = i + 1
  end
  return tag("table", "\n" .. concat(rows, "\n") .. "\n"), i
end)

local function starts_block(lines, i, state)
  for _, block in ipairs(blocks) do
    if block.name ~= "code" and block.apply(lines, i, state) then return true end
  end
  return false
end

local function paragraph(lines, i, state)
  local quiet = { references = state.references, headings = {} }
  local text = {}
  repeat
    insert(text, (gsub(lines[i], "^%s+", "")))
    i = i + 1
  until is_blank(lines[i]) or starts_block(lines, i, quiet)
  return tag("p", inline(concat(text, "\n"), state.references)), i
end

function render_blocks(lines, state)
  local out, i = {}, 1
  while i <= #lines do
    if is_blank(lines[i]) then
      i = i + 1
    else
      local html, after
      for _, block in ipairs(blocks) do
        html, after = block.apply(lines, i, state)
        if html then break end
      end
      if not html then html, after = paragraph(lines, i, state) end
      insert(out, html)
      i = after
    end
  end
  return concat(out, "\n")
end

--- Render a text.
-- @treturn string the HTML
-- @treturn table the headings: level, text, id
function markdown.render(text)
  local lines, state = {}, { references = {}, headings = {} }
  text = gsub(gsub(text, "\r\n?", "\n"), "\t", "    ")
  for line in (text .. "\n"):gmatch "(.-)\n" do
    local key, rest = match(line, "^ ? ? ?%[([^%]]+)%]:%s*(.+)$")
    if key then
      local target, title = target_and_title(rest)
      state.references[key:lower()] = { target = target, title = title }
    else
      insert(lines, line)
    end
  end
  return render_blocks(lines, state), state.headings
end

if not ... then
  local function check(source, ...)
    local html = markdown.render(source)
    for _, expected in ipairs { ... } do
      assert(find(html, expected, 1, true), ("%s\ndoes not hold\n%s"):format(html, expected))
    end
  end
  check("# Hello *you* #", '<h1 id="hello-you">Hello <em>you</em></h1>')
  check("Title\n---\ntext", '<h2 id="title">Title</h2>\n<p>text</p>')
  check("a **b** `<c>` & ~~d~~ \\*e\\*", "<strong>b</strong> <code>&lt;c&gt;</code> &amp; <del>d</del> *e*")
  check("- one\n- two\n  1. deep\n  2. er\n- three", "<li>two\n<ol>\n<li>deep</li>", "<li>three</li>\n</ul>")
  check("```lua\nif a < b then\nend\n```", '<code class="language-lua">if a &lt; b then\nend\n</code>')
  check('[x](http://a.b "t") ![i](p.png)', '<a href="http://a.b" title="t">x</a> <img src="p.png" alt="i">')
  check("see [the site][1].\n\n[1]: https://example.org", '<a href="https://example.org">the site</a>.')
  check("> quoted\n> # too\n\n***", "<blockquote>\n<p>quoted</p>\n<h1", "<hr>")
  check("| a | b |\n|---|--:|\n| 1 | 2 |", '<th>a</th><th align="right">b</th>', '<td align="right">2</td>')
  check("[bad](javascript:alert)", 'href="#"')
  local _, headings = markdown.render "# A\n\n## B b\n"
  assert(#headings == 2 and headings[2].id == "b-b")
  print("markdown", #headings)
end

return markdown
