package dev.arenabench.arena;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Memory that is handed out by moving an index and taken back all at once.
///
/// **Handles.** An allocation answers an `int` handle, never [#NONE]. It stays valid, and its words
/// stay where they are, until the next [#reset] or [#close]. A handle of an earlier time is not
/// noticed: it reads whatever lies there now. So does an index beyond the allocation, as long as it
/// stays within the slab. In checked mode ([Checks]) both are noticed, and more: every misuse that
/// a method's contract rules out fails with an [ArenaAccessException].
///
/// ```
///  31              17 16                    0
/// ┌──────────────────┬───────────────────────┐
/// │ number of slab   │ first word in the slab│   0 is NONE: slabs count from 1
/// └──────────────────┴───────────────────────┘
/// ```
///
/// That is how a handle looks unless it is checked; nobody but the arena takes it apart.
///
/// **Slabs.** The first has the size of the capacity hint; each further one is twice the size of
/// the last, a power of two, up to [ArenaOptions#slabCapBytes]. A request above the cap gets a slab
/// of exactly its size and does not raise the next one. Slabs are taken when they are needed, and
/// kept over a reset as far as [ArenaOptions#retainedBytes] allows; where none are kept, the
/// doubling starts over. Of two slabs with room left, the one with more room is allocated from, and
/// the other's tail is dead. With [SlabTiers] every slab is a power of two, and is shared with
/// other arenas between two uses.
///
/// **Memories.** Slabs lie on the Java heap ([HeapArena]) or outside it ([NativeArena]). All that
/// is decided here (which slab, how large, what counts as what) is the same for both; they differ
/// in how a word is reached and in who gives the memory back.
///
/// **Figures.** At any time `usedBytes + deadBytes ≤ capacityBytes`; what is missing is free. All
/// count the words themselves, not the few bytes of array headers.
///
/// Words are not cleared, neither when they are handed out nor on reset: write before you read.
///
/// Not thread-safe: an arena belongs to one thread at a time. Whoever passes it on resets it first.
public abstract sealed class Arena implements AutoCloseable permits HeapArena, NativeArena {
  /// A handle that no allocation has.
  public static final int NONE = 0;

  static final int OFFSET_BITS = 17;
  static final int OFFSET_MASK = (1 << OFFSET_BITS) - 1;

  /// How far into a slab a handle reaches.
  static final int MAX_SLAB_WORDS = 1 << OFFSET_BITS;

  /// How many slabs handles can tell apart.
  static final int MAX_SLABS = (1 << (Integer.SIZE - OFFSET_BITS)) - 1;

  /// The longest array that every JVM allocates; the greatest slab off the heap too, so that both
  /// memories hold the same.
  private static final int MAX_ARRAY_WORDS = Integer.MAX_VALUE - 8;

  private static final int FIRST_TABLE_LENGTH = 4;

  private final int firstSlabWords;
  private final int slabCapWords;
  private final long limitBytes;
  private final long limitWords;
  private final long retainedWords;
  private final @Nullable SlabTiers tiers;
  private final @Nullable Expectation expectation;
  private final Ledger ledger = Checks.ON ? new Ledger() : Ledger.OFF;

  // Words of each slab. Number 0 is no slab and has none, and so has every number beyond slabCount:
  // a handle that is none or too great fails on bounds. Slabs 1…usedSlabs hold allocations, the
  // others are free. The slabs themselves are in the table of the subclass, at the same places.
  private int[] slabWords = new int[FIRST_TABLE_LENGTH];
  private int slabCount;
  private int usedSlabs;
  private int nextSlabWords;

  // The slab that is allocated from. `end` is as far as handles reach, or `top` to send every
  // allocation the slow way.
  private int current;
  private int top;
  private int end;

  private long capacityWords;
  private long settledWords; // handed out from used slabs other than the current one
  private long tailWords; // given up at the ends of used slabs other than the current one
  private long paddingBytes;
  private long allocationCount;
  private long highWaterBytes;
  private long resetCount;
  private boolean told; // whether the listener was called in this epoch
  private boolean closed;

  Arena(ArenaOptions options) {
    slabCapWords = options.slabCapBytes() / Long.BYTES;
    limitBytes = options.limitBytes();
    limitWords = limitBytes / Long.BYTES;
    retainedWords = options.retainedBytes() / Long.BYTES;
    tiers = options.tiers();
    expectation = options.expectation();
    firstSlabWords = (int) Math.min(wordsFor(options.capacityBytes()), MAX_ARRAY_WORDS);
    nextSlabWords = firstSlabWords;
  }

  /// An arena on the Java heap, with [ArenaOptions#DEFAULT].
  public static HeapArena create() {
    return create(ArenaOptions.DEFAULT);
  }

  /// An arena on the Java heap whose first slab holds `capacityBytes`. Only a [Region] has use for
  /// more than [ArenaOptions#MAX_SLAB_CAP_BYTES]; handles reach no further into a slab.
  ///
  /// @throws IllegalArgumentException if `capacityBytes` is not positive
  public static HeapArena withCapacity(long capacityBytes) {
    return create(ArenaOptions.DEFAULT.withCapacityBytes(capacityBytes));
  }

  /// An arena on the Java heap, with the given options.
  public static HeapArena create(ArenaOptions options) {
    return new HeapArena(options);
  }

  /// An arena outside the Java heap, for the thread that makes it: any other that touches it fails
  /// with a [WrongThreadException]. Has to be closed: no collector gives its memory back.
  public static NativeArena offHeap(ArenaOptions options) {
    return new NativeArena(options, false);
  }

  /// An arena outside the Java heap that may be passed from thread to thread, as those on the heap
  /// may. Giving back one of its slabs to the operating system costs more, about 20 µs: the JVM has
  /// to make sure that no thread is reading it. Between two resets it costs the same. Has to be
  /// closed.
  public static NativeArena offHeapShared(ArenaOptions options) {
    return new NativeArena(options, true);
  }

  // What the two memories do in their own way. `number` is a slab's.

  /// Where the slabs lie.
  public abstract Memory memory();

  /// The arena's one region, closed at first.
  public abstract Region region();

  /// Makes room in the table.
  abstract void extendTable(int length);

  /// Puts a new slab of so many words into the table.
  abstract void createSlab(int number, int words);

  abstract void swapSlabs(int number, int other);

  /// Takes a slab out of the table, and gives it back to where it came from.
  abstract void dropSlab(int number);

  /// Between two different slabs.
  abstract void copyWords(int from, int fromIndex, int to, int toIndex, int words);

  abstract void fillWords(int number, int from, int to, long value);

  // Allocation.

  /// Hands out `words` adjacent words. Their content is whatever lay there before.
  ///
  /// @return the handle of the first word
  /// @throws IllegalArgumentException if `words` is not positive
  /// @throws ArenaLimitException if the arena would have to grow beyond its limit
  /// @throws IllegalStateException if the arena is closed, its region is open, or it has too many
  ///   slabs
  public final int allocate(int words) {
    int address = bump(words);
    return Checks.ON ? ledger.enter(address, words, Ledger.SLICE) : address;
  }

  /// Allocates one word and writes `value` to it.
  public abstract int allocateValue(long value);

  /// Allocates `words` words and writes `value` to each.
  public abstract int allocateFilled(int words, long value);

  /// Allocates a copy of `source[from, to)`.
  ///
  /// @throws IndexOutOfBoundsException if the range is not one of `source`
  /// @throws IllegalArgumentException if it is empty
  public abstract int allocateCopy(long[] source, int from, int to);

  /// Allocates a copy of the bytes `source[from, to)`, which may be empty: a word with their
  /// number, then eight bytes a word, the first in the lowest bits. What is left of the last word
  /// is padding.
  ///
  /// @throws IndexOutOfBoundsException if the range is not one of `source`
  public abstract int allocateString(byte[] source, int from, int to);

  // Reading and writing.

  /// The word at a handle.
  ///
  /// @throws IndexOutOfBoundsException if there is no such word
  /// @throws IllegalStateException if the arena is closed
  public abstract long read(int handle);

  /// The word `index` words after a handle's.
  ///
  /// @throws IndexOutOfBoundsException if the slab has no such word
  /// @throws IllegalStateException if the arena is closed
  public abstract long read(int handle, int index);

  /// Writes the word at a handle; fails as [#read(int)] does.
  public abstract void write(int handle, long value);

  /// Writes the word `index` words after a handle's; fails as [#read(int, int)] does.
  public abstract void write(int handle, int index, long value);

  /// How many bytes a string has.
  ///
  /// @throws IndexOutOfBoundsException if there is no such word
  /// @throws IllegalStateException if the arena is closed
  public abstract int stringLength(int handle);

  /// Writes a string's bytes to `target[at…]`.
  ///
  /// @return how many there are
  /// @throws IndexOutOfBoundsException if `target` is too short
  public abstract int copyString(int handle, byte[] target, int at);

  /// Whether a string's bytes are those of `source[from, to)`.
  ///
  /// @throws IndexOutOfBoundsException if the range is not one of `source`
  public abstract boolean stringEquals(int handle, byte[] source, int from, int to);

  // Allocation and access as the subclasses need it: by address, which is what a handle is unless
  // it is checked.

  /// Hands out words.
  final int bump(int words) {
    if (Checks.ON) {
      checkThread();
    }
    int at = top;
    // Unsigned, so that zero and negative sizes go the slow way too.
    if (Integer.compareUnsigned(words - 1, end - at) >= 0) {
      return bumpElsewhere(words);
    }
    top = at + words;
    allocationCount++;
    return current << OFFSET_BITS | at;
  }

  private int bumpElsewhere(int words) {
    ensureIdle();
    if (words <= 0) {
      throw new IllegalArgumentException("words=" + words + ", least=1");
    }
    int number = take(words, words, MAX_SLAB_WORDS);
    settle(number, words, MAX_SLAB_WORDS);
    allocationCount++;
    tellIfPassed();
    return number << OFFSET_BITS;
  }

  /// The word that a string ends with: the bytes `source[from, to)`, fewer than eight, and zeros.
  static long lastWord(byte[] source, int from, int to) {
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << Byte.SIZE | (source[i] & 0xFF);
    }
    return word;
  }

  final void countPadding(int bytes) {
    paddingBytes += bytes;
  }

  /// The handle of an allocation that was just made. Not to be called unless [Checks#ON].
  final int enter(int address, int words, byte kind) {
    return ledger.enter(address, words, kind);
  }

  /// The address of a handle's first word. Not to be called unless [Checks#ON].
  ///
  /// @param index which of its words is wanted
  final int checked(int handle, int index) {
    checkThread();
    return ledger.address(handle, index);
  }

  /// The address of a string's first word. Not to be called unless [Checks#ON].
  final int checkedString(int handle) {
    checkThread();
    return ledger.stringAddress(handle);
  }

  /// Not to be called unless [Checks#ON].
  final void checkThread() {
    ledger.checkThread();
  }

  final RuntimeException noSuchWord(int handle, int index, IndexOutOfBoundsException cause) {
    if (closed) {
      return closedException();
    }
    IndexOutOfBoundsException exception =
        new IndexOutOfBoundsException(
            "handle=0x"
                + Integer.toHexString(handle)
                + ", index="
                + index
                + ", slabCount="
                + slabCount);
    exception.initCause(cause);
    return exception;
  }

  // Lifecycle.

  /// Takes everything back: all handles become invalid, an open region is discarded. Slabs are kept
  /// as far as the retention limit allows; of the others, the least recently used go first.
  ///
  /// A fixed number of stores, whatever the arena holds; beyond that, a few for each slab that is
  /// given back, which its allocation has long paid for. (In checked mode every used slab is
  /// overwritten with [Checks#POISON].)
  ///
  /// @throws IllegalStateException if the arena is closed
  public final void reset() {
    ensureOpen();
    giveBack(retainedWords);
  }

  /// Lets all slabs go; an open region is discarded. Afterwards every allocation, read, write and
  /// reset fails; the figures are 0, except the high-water mark. Closing again does nothing.
  @Override
  public final void close() {
    if (!closed) {
      giveBack(0);
      closed = true;
    }
  }

  private void giveBack(long keptWords) {
    if (Checks.ON) {
      checkThread();
    }
    tellIfPassed();
    if (Checks.ON) {
      poison();
      ledger.leave();
    }
    highWaterBytes = highWaterBytes();
    told = false;
    while (capacityWords > keptWords) {
      drop(slabCount);
    }
    if (slabCount == 0) {
      nextSlabWords = firstSlabWords;
    }
    region().forget();
    settledWords = 0;
    tailWords = 0;
    paddingBytes = 0;
    allocationCount = 0;
    resetCount++;
    usedSlabs = Math.min(slabCount, 1);
    allocateFrom(usedSlabs, 0);
  }

  private void poison() {
    for (int number = 1; number <= usedSlabs; number++) {
      fillWords(number, 0, slabWords[number], Checks.POISON);
    }
  }

  // Figures.

  /// Bytes handed out since the last reset, in the words asked for (a string: its length word and
  /// its bytes). A region counts when it is closed, with what was kept of it.
  public final long usedBytes() {
    return (settledWords + top) * Long.BYTES - paddingBytes;
  }

  /// Bytes of all slabs, used and free.
  public final long capacityBytes() {
    return capacityWords * Long.BYTES;
  }

  /// Bytes lost until the next reset: the padding of strings, and the tails of slabs that were left
  /// because a request did not fit or another slab had more room. What an outgrown region leaves
  /// behind is part of such a tail, if the slab holds other values too; else the slab is gone.
  public final long deadBytes() {
    return tailWords * Long.BYTES + paddingBytes;
  }

  /// The greatest [#usedBytes] since the arena was created.
  public final long highWaterBytes() {
    return Math.max(highWaterBytes, usedBytes());
  }

  /// Allocations since the last reset; a region counts as one when it is closed.
  public final long allocationCount() {
    return allocationCount;
  }

  /// How often everything was taken back, by [#reset] or [#close]: what is kept beside an arena and
  /// holds its handles compares this to the count of when it got them.
  public final long resetCount() {
    return resetCount;
  }

  /// How many slabs the arena holds, used and free.
  public final int slabCount() {
    return slabCount;
  }

  /// Which use of the arena this is: 1 at first, one more after each [#reset] and [#close]. What
  /// was allocated in another epoch is gone.
  public final int epoch() {
    return (int) resetCount + 1;
  }

  /// For views of what lies in an arena, at each of their entries, where [Checks#ON].
  ///
  /// @param epoch when the view was made
  /// @param handle what is being read, as the view's users name it
  /// @throws ArenaAccessException unless the arena is still in that epoch
  public final void ensureEpoch(int epoch, int handle) {
    if (epoch() != epoch) {
      throw new ArenaAccessException(
          closed ? "the arena is closed" : "the arena was reset", handle, epoch, epoch());
    }
  }

  // Slabs, for this class, its subclasses and the region.

  final @Nullable SlabTiers tiers() {
    return tiers;
  }

  final int slabWords(int number) {
    return slabWords[number];
  }

  /// The slab that is allocated from; 0 if there is none yet.
  final int current() {
    return current;
  }

  /// The first free word of the current slab.
  final int top() {
    return top;
  }

  final void ensureIdle() {
    ensureOpen();
    if (region().isOpen()) {
      throw new IllegalStateException("the region is open: close or discard it first");
    }
  }

  private void ensureOpen() {
    if (closed) {
      throw closedException();
    }
  }

  private static IllegalStateException closedException() {
    return new IllegalStateException("the arena is closed");
  }

  /// Sends every allocation the slow way, where it is refused.
  final void suspend() {
    end = top;
  }

  /// Undoes [#suspend].
  final void resume() {
    allocateFrom(current, top);
  }

  private void allocateFrom(int number, int from) {
    current = number;
    top = from;
    // Never below `top`: the difference is compared as an unsigned number.
    end = Math.max(from, Math.min(slabWords[number], MAX_SLAB_WORDS));
  }

  /// How many words a slab of `wantedWords` in place of `replacedWords` could have under the limit.
  /// Gives back free slabs where they stand in the way.
  private int obtainableWords(int wantedWords, int replacedWords) {
    long words = limitWords - capacityWords + replacedWords;
    while (words < wantedWords && slabCount > usedSlabs) {
      words += slabWords[slabCount];
      drop(slabCount);
    }
    return (int) Math.min(Math.min(wantedWords, MAX_ARRAY_WORDS), Math.max(words, 0));
  }

  /// How many words [#take] would find, at most `wantedWords`.
  final int takeableWords(int wantedWords) {
    return free(wantedWords) != 0 ? wantedWords : obtainableWords(wantedWords, 0);
  }

  /// A used slab, otherwise empty, of `wantedWords` or more; where the limit forbids that, as many
  /// as it allows, but at least `leastWords`.
  ///
  /// @param usefulWords a new slab need not have more than this
  final int take(int leastWords, int wantedWords, int usefulWords) {
    int free = free(wantedWords);
    if (free == 0) {
      free = create(leastWords, wantedWords, usefulWords, 0);
    }
    int number = usedSlabs + 1;
    swap(free, number);
    usedSlabs = number;
    return number;
  }

  /// Gives the slab that was taken last back to the free ones.
  final void untake() {
    usedSlabs--;
  }

  /// Puts a larger slab in a used one's place, as [#take] does, with what lies before `keptEnd` at
  /// its start and what lies from `scratch` on at its end.
  final void replace(int number, int leastWords, int wantedWords, int keptEnd, int scratch) {
    int replacedWords = slabWords[number];
    int free = free(wantedWords);
    boolean isNew = free == 0;
    if (isNew) {
      free = create(leastWords, wantedWords, MAX_ARRAY_WORDS, replacedWords);
    }
    copyWords(number, 0, free, 0, keptEnd);
    int scratchWords = replacedWords - scratch;
    copyWords(number, scratch, free, slabWords[free] - scratchWords, scratchWords);
    swap(free, number);
    if (isNew) {
      drop(slabCount);
    }
  }

  /// Accounts for what was written to a taken slab, and allocates from whichever has more room now,
  /// this slab or the current one.
  ///
  /// @param reachWords how far into a slab room counts
  final void settle(int number, int written, int reachWords) {
    int room = Math.min(slabWords[number], reachWords) - written;
    int currentRoom = Math.min(slabWords[current], reachWords) - top;
    if (room >= currentRoom) {
      settledWords += top;
      tailWords += slabWords[current] - top;
      allocateFrom(number, written);
    } else {
      settledWords += written;
      tailWords += slabWords[number] - written;
      resume();
    }
  }

  /// Accounts for a region that was closed in the current slab.
  final void advance(int written) {
    allocateFrom(current, written);
  }

  final void countAllocation() {
    allocationCount++;
    tellIfPassed();
  }

  private void tellIfPassed() {
    Expectation expected = expectation;
    if (expected != null && !told && usedBytes() > expected.bytes()) {
      told = true;
      expected.listener().passed(this, expected.bytes(), usedBytes());
    }
  }

  /// The first free slab with that many words; 0 if there is none.
  private int free(int words) {
    for (int number = usedSlabs + 1; number <= slabCount; number++) {
      if (slabWords[number] >= words) {
        return number;
      }
    }
    return 0;
  }

  /// The number of a new free slab, the last.
  private int create(int leastWords, int wantedWords, int usefulWords, int replacedWords) {
    if (replacedWords == 0 && slabCount == MAX_SLABS) {
      throw new IllegalStateException("slabCount=" + slabCount + ", limit=" + MAX_SLABS);
    }
    int regular = Math.min(nextSlabWords, usefulWords);
    boolean oversize = wantedWords > Math.max(slabCapWords, regular);
    int words = wantedWords <= regular ? regular : oversize ? wantedWords : powerOfTwo(wantedWords);
    if (tiers != null) {
      words = SlabTiers.tierWords(words);
    }
    int obtainable = obtainableWords(words, replacedWords);
    if (obtainable < leastWords) {
      long limit = Math.min(limitBytes, (long) MAX_ARRAY_WORDS * Long.BYTES);
      throw new ArenaLimitException((long) leastWords * Long.BYTES, usedBytes(), limit);
    }
    int number = slabCount + 1;
    if (number == slabWords.length) {
      slabWords = Arrays.copyOf(slabWords, number * 2);
      extendTable(number * 2);
    }
    createSlab(number, obtainable);
    slabWords[number] = obtainable;
    slabCount = number;
    capacityWords += obtainable;
    if (!oversize) {
      nextSlabWords =
          words < slabCapWords ? Math.min(powerOfTwo(words) * 2, slabCapWords) : slabCapWords;
    }
    return number;
  }

  static int powerOfTwo(int atLeast) {
    return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
  }

  private static long wordsFor(long bytes) {
    return (bytes - 1) / Long.BYTES + 1;
  }

  private void swap(int number, int other) {
    if (number != other) {
      int words = slabWords[number];
      slabWords[number] = slabWords[other];
      slabWords[other] = words;
      swapSlabs(number, other);
    }
  }

  private void drop(int number) {
    capacityWords -= slabWords[number];
    slabWords[number] = 0;
    slabCount--;
    dropSlab(number);
  }
}
