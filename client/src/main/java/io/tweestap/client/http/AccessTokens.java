package io.tweestap.client.http;

import io.tweestap.client.TweestapException;
import io.tweestap.client.TweestapUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The access token, fetched when it is first needed and renewed before it ends, by one thread at a
/// time; the others use the old one as long as it is good.
final class AccessTokens {
  /// Those who waited in line for a fetch that failed do not each try again.
  private static final Duration FAILURE_HOLDS = Duration.ofSeconds(1);

  private final Supplier<Fetched> fetch;
  private final Surroundings around;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile @Nullable Held held;
  private volatile @Nullable Failure failure;

  AccessTokens(Supplier<Fetched> fetch, Surroundings around) {
    this.fetch = fetch;
    this.around = around;
  }

  /// What the token endpoint answers.
  record Fetched(String accessToken, long expiresIn) {
    @Override
    public String toString() {
      return "token of " + accessToken.length() + " characters";
    }
  }

  private record Held(String token, Instant renewAt, Instant endsAt) {}

  private record Failure(TweestapUnavailable what, Instant at) {}

  /// @throws TweestapException when none is to be had
  String token() {
    Held now = held;
    if (now != null && around.clock().instant().isBefore(now.renewAt())) {
      return now.token();
    }
    if (now != null && around.clock().instant().isBefore(now.endsAt()) && !turn.tryLock()) {
      return now.token();
    }
    if (!turn.isHeldByCurrentThread()) {
      turn.lock();
    }
    try {
      return inTurn();
    } finally {
      turn.unlock();
    }
  }

  /// Forgets a token that the server refused, unless it is a newer one by now.
  void refused(String token) {
    Held now = held;
    if (now != null && now.token().equals(token)) {
      held = null;
    }
  }

  private String inTurn() {
    Held now = held;
    if (now != null && around.clock().instant().isBefore(now.renewAt())) {
      return now.token();
    }
    Failure last = failure;
    if (last != null && around.clock().instant().isBefore(last.at().plus(FAILURE_HOLDS))) {
      throw new TweestapUnavailable("no access token a moment ago", last.what());
    }
    try {
      return fetched();
    } catch (TweestapUnavailable e) {
      failure = new Failure(e, around.clock().instant());
      throw e;
    }
  }

  private String fetched() {
    Fetched fresh = fetch.get();
    Instant at = around.clock().instant();
    Duration life = Duration.ofSeconds(fresh.expiresIn());
    Duration early = life.dividedBy(10);
    held = new Held(fresh.accessToken(), at.plus(life).minus(early), at.plus(life));
    failure = null;
    return fresh.accessToken();
  }
}
