package io.tweestap.credit;

/// A tenant's credit.
///
/// @param billed whether messages are paid from it; if not, they cost nothing
/// @param available may still be spent; never below zero
/// @param reserved set aside for messages that are on their way
public record Account(boolean billed, Money available, Money reserved) {
  public String currency() {
    return available.currency();
  }
}
