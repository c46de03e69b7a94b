package io.tweestap.credit;

import java.util.Optional;

/// A tenant's credit.
///
/// @param billed whether messages are paid from it; if not, they cost nothing
/// @param available may still be spent; never below zero
/// @param reserved set aside for messages that are on their way
/// @param lowBelow the credit is low when less than this is available; empty: never
/// @param trial what it may send for nothing; empty where it never had a trial
public record Account(
    boolean billed,
    Money available,
    Money reserved,
    Optional<Money> lowBelow,
    Optional<Trial> trial) {
  public String currency() {
    return available.currency();
  }

  public boolean isLow() {
    return lowBelow.filter(limit -> available.micros() < limit.micros()).isPresent();
  }
}
