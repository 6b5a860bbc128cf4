package dev.arenabench.arena;

/// The one allocation of an [Arena] that may grow while it is written: adjacent words in one slab,
/// for whoever does not know beforehand how many it will need, and for readers that want one array
/// reference and no handle.
///
/// It has two ends. What stays is written from [#base] upwards; what is needed only meanwhile (a
/// stack of what waits) can be written from [#limit] downwards; when the two meet, [#grow]. So one
/// comparison answers for both, and the scratch end costs no memory of its own.
///
/// ```
///        base        top                 scratch      limit
///   ──────┬───────────┬─────────────────────┬───────────┬─
///    other│   kept    │        free         │ discarded │      words()
///   ──────┴───────────┴─────────────────────┴───────────┴─
/// ```
///
/// [#open], write and [#grow] as needed, then [#close] or [#discard]; again and again, the object
/// is the arena's own. The caller keeps `top` and `scratch` in fields of its own and writes to
/// [HeapRegion#words] or [NativeRegion#segment] directly; these, `base` and `limit` change in
/// `open` and `grow` only. While a region is open the arena hands out nothing else.
public abstract sealed class Region permits HeapRegion, NativeRegion {
  /// What growing brings at least, however near the limit: room for any one thing that a caller
  /// checks for at a time.
  private static final int LEAST_GROWTH_WORDS = 8;

  private final Arena arena;
  private int number; // of the slab; 0 while closed
  private int base;
  private int limit;

  Region(Arena arena) {
    this.arena = arena;
  }

  /// Makes the words of a slab those to write to; of slab 0, which has none.
  abstract void show(int number);

  /// Opens the region with room for `hintWords`, or more: it takes all that is left of its slab.
  /// The hint is only that. If more than half of it is left of the current slab, the region starts
  /// there: outgrowing that costs one copy, giving it up costs memory in any case. And near the
  /// arena's limit it starts with what there is.
  ///
  /// @throws IllegalArgumentException if `hintWords` is not positive
  /// @throws IllegalStateException if the arena is closed, or the region open
  /// @throws ArenaLimitException if the limit does not allow a single word
  public final void open(int hintWords) {
    if (Checks.ON) {
      arena.checkThread();
    }
    arena.ensureIdle();
    if (hintWords <= 0) {
      throw new IllegalArgumentException("hintWords=" + hintWords + ", least=1");
    }
    int current = arena.current();
    int room = arena.slabWords(current) - arena.top();
    if (room > hintWords / 2 || (room > 0 && room >= arena.takeableWords(hintWords))) {
      moveTo(current, arena.top());
    } else {
      moveTo(arena.take(1, hintWords, Integer.MAX_VALUE), 0);
    }
    arena.suspend();
  }

  /// Whether the region is open.
  public final boolean isOpen() {
    return number != 0;
  }

  /// The region's first word.
  public final int base() {
    return base;
  }

  /// One more than the region's last word.
  public final int limit() {
    return limit;
  }

  /// Makes the region twice as large; near the arena's limit by less, but by 8 words at least.
  /// `[base, top)` is kept at its start and `[scratch, limit)` at its end; both move, so that
  /// indices have to be taken relative to `base` and `limit`.
  ///
  /// A slab that the region has for itself is replaced. In a slab with other values the words are
  /// free again.
  ///
  /// @throws ArenaLimitException if the limit does not allow it; the region is as before
  /// @throws IllegalStateException if the region is closed
  /// @throws IndexOutOfBoundsException unless `base ≤ top ≤ scratch ≤ limit`
  public final void grow(int top, int scratch) {
    ensureOpen();
    checkOrder(top, scratch);
    int words = limit - base;
    int least = (int) Math.min((long) words + LEAST_GROWTH_WORDS, Integer.MAX_VALUE);
    int wanted = Math.max(least, (int) Math.min(words * 2L, Integer.MAX_VALUE));
    if (base == 0) {
      arena.replace(number, least, wanted, top, scratch);
    } else {
      int grown = arena.take(least, wanted, Integer.MAX_VALUE);
      int scratchWords = limit - scratch;
      arena.copyWords(number, base, grown, 0, top - base);
      arena.copyWords(number, scratch, grown, arena.slabWords(grown) - scratchWords, scratchWords);
      number = grown;
    }
    moveTo(number, 0);
  }

  /// Ends the region: `[base, top)` is an allocation like any other from now on, the rest is free.
  ///
  /// @throws IllegalStateException if the region is closed
  /// @throws IndexOutOfBoundsException unless `base ≤ top ≤ limit`
  public final void close(int top) {
    ensureOpen();
    checkOrder(top, limit);
    if (number == arena.current()) {
      arena.advance(top);
    } else {
      arena.settle(number, top, Integer.MAX_VALUE);
    }
    forget();
    arena.countAllocation();
  }

  /// Ends the region as if it had never been opened. Does nothing if it is closed.
  public final void discard() {
    if (number == 0) {
      return;
    }
    if (Checks.ON) {
      arena.checkThread();
    }
    if (number != arena.current()) {
      arena.untake();
    }
    arena.resume();
    forget();
  }

  /// The arena has been reset, or the region has ended.
  final void forget() {
    moveTo(0, 0);
  }

  private void moveTo(int slab, int from) {
    number = slab;
    base = from;
    limit = arena.slabWords(slab);
    show(slab);
  }

  private void ensureOpen() {
    if (Checks.ON) {
      arena.checkThread();
    }
    if (number == 0) {
      throw new IllegalStateException("the region is closed: open it first");
    }
  }

  private void checkOrder(int top, int scratch) {
    if (top < base || scratch < top || scratch > limit) {
      throw new IndexOutOfBoundsException(
          "base=" + base + ", top=" + top + ", scratch=" + scratch + ", limit=" + limit);
    }
  }
}
