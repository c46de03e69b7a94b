package io.tweestap.delivery.smpp;

import io.tweestap.delivery.smpp.LinkSettings.BindKind;
import io.tweestap.delivery.smpp.wire.Account;
import io.tweestap.delivery.smpp.wire.Direction;
import io.tweestap.delivery.smpp.wire.Receiver;
import io.tweestap.delivery.smpp.wire.Submission;
import io.tweestap.delivery.smpp.wire.Submitted;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All binds of one operator account.
final class Link {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final List<Bind> binds;

  private Link(List<Bind> binds) {
    this.binds = binds;
  }

  static Link of(LinkSettings settings, Account account, Receiver receiver, SecureRandom random) {
    List<Bind> binds = new ArrayList<>();
    for (int i = 0; i < settings.binds(); i++) {
      for (Direction direction :
          settings.bind() == BindKind.TRANSCEIVER
              ? List.of(Direction.BOTH)
              : List.of(Direction.OUT, Direction.IN)) {
        binds.add(
            new Bind(settings.name(), account, direction, receiver, random, settings.window()));
      }
    }
    return new Link(List.copyOf(binds));
  }

  void start() {
    binds.forEach(Bind::start);
  }

  /// Whether a message could go out now.
  boolean isOpen() {
    return open() > 0;
  }

  /// How many of the binds that send are bound.
  int open() {
    return (int) binds.stream().filter(bind -> bind.sends() && bind.isOpen()).count();
  }

  /// A place on the open bind that has the most left; all parts of one message go over it.
  ///
  /// @param latest beyond which nobody waits, by `System.nanoTime()`
  /// @return empty when the link is down, or its windows stay full
  Optional<Seat> seat(long latest) throws InterruptedException {
    while (latest - System.nanoTime() > 0) {
      Optional<Bind> best =
          binds.stream()
              .filter(bind -> bind.sends() && bind.isOpen())
              .max(Comparator.comparingInt(Bind::free));
      if (best.isEmpty()) {
        return Optional.empty();
      }
      if (best.get().takePlace(LOOK_AGAIN)) {
        return Optional.of(new Seat(best.get()));
      }
    }
    return Optional.empty();
  }

  /// Unbinds, all at once.
  void stop() {
    List<Thread> goodbyes =
        binds.stream().map(bind -> Thread.ofVirtual().start(bind::stop)).toList();
    for (Thread goodbye : goodbyes) {
      try {
        goodbye.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// A place in the window of one bind, for one message.
  record Seat(Bind bind) implements AutoCloseable {
    Submitted submit(Submission part) {
      return bind.submit(part);
    }

    @Override
    public void close() {
      bind.givePlaceBack();
    }
  }
}
