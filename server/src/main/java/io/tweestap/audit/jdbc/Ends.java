package io.tweestap.audit.jdbc;

import io.tweestap.audit.Retention;
import java.time.Instant;

/// Where a tenant's chain begins and ends.
///
/// @param firstPosition links up to here are gone; 0 when all are there
/// @param firstLink the last one that is gone; zeros when there was none
/// @param lastPosition the newest link's, or `firstPosition` when none is left
/// @param lastLink the newest link
/// @param activityPurgedBefore content of older events of this class was taken away
/// @param administrationPurgedBefore content of older events of this class was taken away
public record Ends(
    long firstPosition,
    byte[] firstLink,
    long lastPosition,
    byte[] lastLink,
    Instant activityPurgedBefore,
    Instant administrationPurgedBefore) {
  /// Of a chain without any link.
  public static final Ends OF_NOTHING =
      new Ends(0, new byte[32], 0, new byte[32], Instant.EPOCH, Instant.EPOCH);

  /// Content of events of this class that are older was taken away.
  public Instant purgedBefore(Retention retention) {
    return switch (retention) {
      case ACTIVITY -> activityPurgedBefore;
      case ADMINISTRATION -> administrationPurgedBefore;
    };
  }

  public Ends withLast(long position, byte[] link) {
    return new Ends(
        firstPosition, firstLink, position, link, activityPurgedBefore, administrationPurgedBefore);
  }

  public Ends withFirst(long position, byte[] link) {
    return new Ends(
        position, link, lastPosition, lastLink, activityPurgedBefore, administrationPurgedBefore);
  }

  public Ends withPurgedBefore(Retention retention, Instant moment) {
    return switch (retention) {
      case ACTIVITY ->
          new Ends(
              firstPosition, firstLink, lastPosition, lastLink, moment, administrationPurgedBefore);
      case ADMINISTRATION ->
          new Ends(firstPosition, firstLink, lastPosition, lastLink, activityPurgedBefore, moment);
    };
  }

  @Override
  public String toString() {
    return "Ends[" + firstPosition + ", " + lastPosition + "]";
  }
}
