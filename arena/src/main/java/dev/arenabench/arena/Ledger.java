package dev.arenabench.arena;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What checked mode remembers of an arena: its allocations of this epoch, and its thread.
final class Ledger {
  /*
   * A handle has 32 bits, and 15 + 17 of them are the address of a word. There is no room for an
   * epoch beside them: one of, say, ten bits would repeat after 1,024 resets and leave a slab 128
   * words. So in checked mode a handle is no address but a *number* that was given once: the key of
   * an entry in its arena's ledger, which has the address, the size and the kind. The numbers of
   * all arenas and epochs come from one counter. Therefore a handle that the ledger does not have is
   * wrong, whatever arena or epoch it is from, and no state of the slabs can make it look right.
   *
   *    31                               8 7          0
   *   ┌──────────────────────────────────┬────────────┐
   *   │ block (24)                       │ entry (8)  │     block 0 is not given: 0 is NONE
   *   └──────────────────────────────────┴────────────┘
   *
   * The counter counts blocks of 256 numbers. An arena draws one when it needs it, and drops all of
   * them when it is reset. Which arena drew a block, and in which of its epochs, is kept for the
   * last 65,536 blocks: that only makes the message better, since what is not in the ledger is
   * refused in any case.
   *
   * Numbers repeat after 2^24 - 1 blocks: 4 thousand million allocations, or 16 million epochs with
   * few. A handle that is older than that, by luck of the same block, would be taken for a new one.
   *
   * The register is the one thing in this package that is shared by all arenas of a process, for
   * without that no number could be unique. It is touched once in a block, and only in this mode.
   */

  /// One word, by `allocateValue`.
  static final byte VALUE = 0;

  /// Any number of words, by the methods that take or copy several.
  static final byte SLICE = 1;

  /// By `allocateString`.
  static final byte STRING = 2;

  private static final String[] KINDS = {"value", "slice", "string"};

  /// In place of a ledger where there are no checks.
  static final Ledger OFF = new Ledger(0);

  private static final int BLOCK_BITS = 8;
  private static final int BLOCK_MASK = (1 << BLOCK_BITS) - 1;
  private static final int LAST_BLOCK = -1 >>> BLOCK_BITS;

  /// Who drew which block. A class of its own, so that there is none where nothing is checked.
  private static final class Register {
    private static final int REMEMBERED_BITS = 16;
    private static final AtomicInteger BLOCKS = new AtomicInteger();
    private static final AtomicInteger ARENAS = new AtomicInteger();

    /// By the low bits of the block: its high bits (8), arena (24), epoch (32).
    private static final AtomicLongArray OWNERS = new AtomicLongArray(1 << REMEMBERED_BITS);

    static int draw(int arena, int epoch) {
      int block;
      do {
        block = BLOCKS.incrementAndGet() & LAST_BLOCK;
      } while (block == 0);
      OWNERS.set(place(block), owner(block, arena, epoch));
      return block;
    }

    /// Arena (high 32 bits) and epoch; 0 if they are forgotten, or the block was never drawn.
    static long owner(int block) {
      long owner = OWNERS.get(place(block));
      return owner >>> 56 == block >>> REMEMBERED_BITS ? owner & (-1L >>> 8) : 0;
    }

    private static long owner(int block, int arena, int epoch) {
      return (long) (block >>> REMEMBERED_BITS) << 56
          | (arena & 0xFF_FFFFL) << 32
          | (epoch & 0xFFFF_FFFFL);
    }

    private static int place(int block) {
      return block & ((1 << REMEMBERED_BITS) - 1);
    }
  }

  private final int arena;
  private int epoch = 1;
  private final AtomicReference<@Nullable Thread> owner = new AtomicReference<>();

  private int[] blocks = new int[4]; // of this epoch, in the order in which they were drawn
  private int blockCount;
  private int[] addresses = new int[0];
  private int[] words = new int[0];
  private byte[] kinds = new byte[0];
  private int count;

  Ledger() {
    this(Register.ARENAS.incrementAndGet());
  }

  private Ledger(int arena) {
    this.arena = arena;
  }

  /// The handle of an allocation.
  int enter(int address, int allocatedWords, byte kind) {
    int entry = count;
    if (entry == blockCount << BLOCK_BITS) {
      open();
    }
    addresses[entry] = address;
    words[entry] = allocatedWords;
    kinds[entry] = kind;
    count = entry + 1;
    return blocks[entry >>> BLOCK_BITS] << BLOCK_BITS | (entry & BLOCK_MASK);
  }

  private void open() {
    if (blockCount == blocks.length) {
      blocks = Arrays.copyOf(blocks, blockCount * 2);
    }
    blocks[blockCount++] = Register.draw(arena, epoch);
    int room = blockCount << BLOCK_BITS;
    if (room > addresses.length) {
      int length = room * 2;
      addresses = Arrays.copyOf(addresses, length);
      words = Arrays.copyOf(words, length);
      kinds = Arrays.copyOf(kinds, length);
    }
  }

  /// The address of a value or slice.
  ///
  /// @param index which of its words is wanted
  int address(int handle, int index) {
    int entry = find(handle);
    if (kinds[entry] == STRING) {
      throw problem("wrong kind, kind=string, needed=value or slice", handle);
    }
    if (index < 0 || index >= words[entry]) {
      throw problem("index out of range, index=" + index + ", words=" + words[entry], handle);
    }
    return addresses[entry];
  }

  /// The address of a string.
  int stringAddress(int handle) {
    int entry = find(handle);
    if (kinds[entry] != STRING) {
      throw problem("wrong kind, kind=" + KINDS[kinds[entry]] + ", needed=string", handle);
    }
    return addresses[entry];
  }

  private int find(int handle) {
    int block = handle >>> BLOCK_BITS;
    int low = 0;
    int high = blockCount - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      // From the first, so that the order holds where the counter has begun again.
      int distance = distance(blocks[middle]) - distance(block);
      if (distance == 0) {
        int entry = middle << BLOCK_BITS | (handle & BLOCK_MASK);
        if (entry < count) {
          return entry;
        }
        break;
      }
      if (distance < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    throw notHere(handle);
  }

  private int distance(int block) {
    return (block - blocks[0]) & LAST_BLOCK;
  }

  private ArenaAccessException notHere(int handle) {
    long found = handle == Arena.NONE ? 0 : Register.owner(handle >>> BLOCK_BITS);
    int foundArena = (int) (found >>> 32);
    int foundEpoch = (int) found;
    if (found == 0 || (foundArena == arena && foundEpoch == epoch)) {
      return new ArenaAccessException("no handle of this arena", handle, 0, epoch);
    }
    return new ArenaAccessException(
        foundArena == arena
            ? "stale handle"
            : "handle of another arena, arena=" + foundArena + ", this=" + arena,
        handle,
        foundEpoch,
        epoch);
  }

  private ArenaAccessException problem(String problem, int handle) {
    return new ArenaAccessException(problem, handle, epoch, epoch);
  }

  /// Makes the arena this thread's if it is nobody's, or its thread has ended.
  void checkThread() {
    Thread here = Thread.currentThread();
    Thread there = owner.get();
    if (there == here
        || ((there == null || !there.isAlive()) && owner.compareAndSet(there, here))) {
      return;
    }
    throw new ArenaAccessException(
        "used by two threads, first=" + name(owner.get()) + ", second=" + here.getName(),
        Arena.NONE,
        epoch,
        epoch);
  }

  private static String name(@Nullable Thread thread) {
    return thread == null ? "none" : thread.getName();
  }

  /// The epoch is over: nothing is valid any more, and the arena is nobody's.
  void leave() {
    epoch++;
    blockCount = 0;
    count = 0;
    owner.set(null);
  }
}
