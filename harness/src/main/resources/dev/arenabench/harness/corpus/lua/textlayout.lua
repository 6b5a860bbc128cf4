--- Text for terminals: wrapping, columns, tables, and hints for misspelt words.
--
-- Widths are counted in characters of UTF-8, and escape sequences for colours
-- count as nothing.
--
-- @module textlayout

local textlayout = {}

local string_rep, string_gsub = string.rep, string.gsub
local table_insert, table_concat, table_sort = table.insert, table.concat, table.sort
local math_max, math_min = math.max, math.min

local ESCAPE_SEQUENCE = "\27%[[%d;]*m"

--- How many columns a text takes.
local function display_width(text)
    text = string_gsub(text, ESCAPE_SEQUENCE, "")
    return utf8.len(text) or #text
end

textlayout.display_width = display_width

--- Fills a text up to a width.
-- @string text
-- @int width
-- @string[opt="left"] alignment `left`, `right` or `center`
function textlayout.pad(text, width, alignment)
    local missing = width - display_width(text)
    if missing <= 0 then
        return text
    elseif alignment == "right" then
        return string_rep(" ", missing) .. text
    elseif alignment == "center" then
        local left = missing // 2
        return string_rep(" ", left) .. text .. string_rep(" ", missing - left)
    end
    return text .. string_rep(" ", missing)
end

--- Cuts a text that is too long, with an ellipsis for what is gone.
function textlayout.truncate(text, width)
    if display_width(text) <= width then
        return text
    end
    local plain_text = string_gsub(text, ESCAPE_SEQUENCE, "")
    local cut_at = utf8.offset(plain_text, width) or #plain_text + 1
    return plain_text:sub(1, cut_at - 1) .. "…"
end

--- Breaks a text into lines. An empty line separates paragraphs; a word that is
-- longer than a line gets a line of its own.
-- @string text
-- @int width
-- @tparam[opt] table settings `first_indent` and `indent`, both strings
-- @treturn {string} the lines
function textlayout.wrap(text, width, settings)
    settings = settings or {}
    local indent = settings.indent or ""
    local lines, line, line_width = {}, nil, 0

    local function finish_line()
        if line then
            table_insert(lines, line)
            line = nil
        end
    end

    local function add_word(word)
        local word_width = display_width(word)
        if line and line_width + 1 + word_width > width then
            finish_line()
        end
        if line then
            line = line .. " " .. word
            line_width = line_width + 1 + word_width
        else
            local line_indent = #lines == 0 and settings.first_indent or indent
            line = line_indent .. word
            line_width = display_width(line_indent) + word_width
        end
    end

    for paragraph, separator in (text .. "\n\n"):gmatch("(.-)\n%s*\n()") do
        for word in paragraph:gmatch("%S+") do
            add_word(word)
        end
        finish_line()
        if separator <= #text then
            table_insert(lines, "")
        end
    end
    return lines
end

--- The common indentation of all lines taken away.
function textlayout.dedent(text)
    local smallest_indent
    for line in (text .. "\n"):gmatch("(.-)\n") do
        local blanks, first_character = line:match("^([ \t]*)(%S?)")
        if first_character ~= "" and (not smallest_indent or #blanks < #smallest_indent) then
            smallest_indent = blanks
        end
    end
    if not smallest_indent or smallest_indent == "" then
        return text
    end
    return (string_gsub("\n" .. text, "\n" .. smallest_indent, "\n"):sub(2))
end

---------------------------------------------------------------------
-- Tables
---------------------------------------------------------------------

local border_styles = {
    none = { vertical = "  ", horizontal = "", cross = "" },
    ascii = { vertical = " | ", horizontal = "-", cross = "-+-" },
    unicode = { vertical = " │ ", horizontal = "─", cross = "─┼─" },
}

local function column_widths(rows, column_count, max_width)
    local widths = {}
    for column_index = 1, column_count do
        widths[column_index] = 0
        for _, row in ipairs(rows) do
            local cell_width = display_width(tostring(row[column_index] or ""))
            widths[column_index] = math_max(widths[column_index], math_min(cell_width, max_width or math.huge))
        end
    end
    return widths
end

local function looks_numeric(rows, column_index)
    local found_number = false
    for _, row in ipairs(rows) do
        local value = row[column_index]
        if value ~= nil and value ~= "" then
            if not tonumber((string_gsub(tostring(value), "%%$", ""))) then
                return false
            end
            found_number = true
        end
    end
    return found_number
end

--- Lays rows out as a table. Columns of numbers are aligned to the right.
-- @tparam {{string}} rows
-- @tparam[opt] table settings `header` (a row), `border` (`none`, `ascii` or
--   `unicode`), `max_column_width`, `align` by column
-- @treturn string
function textlayout.table(rows, settings)
    settings = settings or {}
    local style = border_styles[settings.border or "none"]
    if not style then
        error("unknown border style '" .. tostring(settings.border) .. "'", 2)
    end
    local header, column_count = settings.header, 0
    local all_rows = {}
    if header then
        table_insert(all_rows, header)
    end
    for _, row in ipairs(rows) do
        table_insert(all_rows, row)
    end
    for _, row in ipairs(all_rows) do
        column_count = math_max(column_count, #row)
    end
    local widths = column_widths(all_rows, column_count, settings.max_column_width)
    local alignments = {}
    for column_index = 1, column_count do
        local chosen_alignment = settings.align and settings.align[column_index]
        alignments[column_index] = chosen_alignment or (looks_numeric(rows, column_index) and "right" or "left")
    end

    local lines = {}
    for row_index, row in ipairs(all_rows) do
        local cells = {}
        for column_index = 1, column_count do
            local text = textlayout.truncate(tostring(row[column_index] or ""), widths[column_index])
            cells[column_index] = textlayout.pad(text, widths[column_index], alignments[column_index])
        end
        table_insert(lines, (string_gsub(table_concat(cells, style.vertical), "%s+$", "")))
        if header and row_index == 1 and style.horizontal ~= "" then
            local dashes = {}
            for column_index, width in ipairs(widths) do
                dashes[column_index] = string_rep(style.horizontal, width)
            end
            table_insert(lines, table_concat(dashes, style.cross))
        end
    end
    return table_concat(lines, "\n")
end

--- Lays words out in as many columns as fit, going down first, as `ls` does.
function textlayout.columns(words, width)
    local longest_word = 0
    for _, word in ipairs(words) do
        longest_word = math_max(longest_word, display_width(word))
    end
    local column_count = math_max(1, (width + 2) // (longest_word + 2))
    local row_count = (#words + column_count - 1) // column_count
    local lines = {}
    for row_index = 1, row_count do
        local cells = {}
        for word_index = row_index, #words, row_count do
            table_insert(cells, textlayout.pad(words[word_index], longest_word))
        end
        lines[row_index] = string_gsub(table_concat(cells, "  "), "%s+$", "")
    end
    return table_concat(lines, "\n")
end

---------------------------------------------------------------------
-- Hints
---------------------------------------------------------------------

--- How many insertions, deletions, replacements and swaps of neighbours lead from
-- one word to another.
function textlayout.edit_distance(first, second)
    local before_previous_row, previous_row = nil, {}
    for column = 0, #second do
        previous_row[column] = column
    end
    for row = 1, #first do
        local current_row = { [0] = row }
        for column = 1, #second do
            local first_byte, second_byte = first:byte(row), second:byte(column)
            local replace_cost = first_byte == second_byte and 0 or 1
            local cost = math_min(previous_row[column] + 1, current_row[column - 1] + 1,
                previous_row[column - 1] + replace_cost)
            local is_swap = before_previous_row and column > 1
                and first_byte == second:byte(column - 1) and first:byte(row - 1) == second_byte
            if is_swap then
                cost = math_min(cost, before_previous_row[column - 2] + 1)
            end
            current_row[column] = cost
        end
        before_previous_row, previous_row = previous_row, current_row
    end
    return previous_row[#second]
end

--- The words that a misspelt word could have meant, the likeliest first.
function textlayout.suggestions(word, candidates, limit)
    local scored_candidates = {}
    local most_edits = math_max(1, #word // 3)
    for _, candidate in ipairs(candidates) do
        local distance = textlayout.edit_distance(word:lower(), candidate:lower())
        local is_prefix = #word > 1 and candidate:sub(1, #word) == word
        if distance <= most_edits or is_prefix then
            table_insert(scored_candidates, { word = candidate, score = is_prefix and 0 or distance })
        end
    end
    table_sort(scored_candidates, function(first, second)
        if first.score ~= second.score then
            return first.score < second.score
        end
        return first.word < second.word
    end)
    local words = {}
    for index = 1, math_min(limit or 3, #scored_candidates) do
        words[index] = scored_candidates[index].word
    end
    return words
end

--- A sentence for an error message, or an empty text.
function textlayout.did_you_mean(word, candidates)
    local words = textlayout.suggestions(word, candidates)
    if #words == 0 then
        return ""
    end
    for index, suggestion in ipairs(words) do
        words[index] = "'" .. suggestion .. "'"
    end
    local last_word = table.remove(words)
    local list = #words > 0 and table_concat(words, ", ") .. " or " .. last_word or last_word
    return " (did you mean " .. list .. "?)"
end

if not ... then
    local lines = textlayout.wrap("The quick brown fox jumps over the lazy dog.\n\nThe end.", 16, { indent = "  " })
    assert(table_concat(lines, "|") == "  The quick|  brown fox|  jumps over the|  lazy dog.||  The end.", table_concat(lines, "|"))
    assert(textlayout.pad("\27[31mné\27[0m", 4, "center") == " \27[31mné\27[0m ")
    assert(textlayout.truncate("naïvety", 4) == "naï…" and textlayout.dedent("  a\n    b\n") == "a\n  b\n")
    local rows = { { "apples", 12, "fresh" }, { "pears", 7 }, { "a very long name", 1005, "x" } }
    local text = textlayout.table(rows, { header = { "what", "how many", "note" }, border = "ascii", max_column_width = 10 })
    assert(text:find("apples     |       12 | fresh\npears      |        7 |\na very lo… |     1005 | x", 1, true), text)
    assert(text:find("\n-----------+----------+------\n", 1, true), text)
    assert(textlayout.columns({ "one", "two", "three", "four" }, 12) == "one    three\ntwo    four")
    assert(textlayout.edit_distance("kitten", "sitting") == 3 and textlayout.edit_distance("ab", "ba") == 1)
    assert(textlayout.did_you_mean("instal", { "install", "list", "uninstall" }) == " (did you mean 'install'?)")
    assert(textlayout.did_you_mean("xyz", { "install" }) == "")
    assert(not pcall(textlayout.table, {}, { border = "none at all" }))
    print("textlayout", #text)
end

return textlayout
