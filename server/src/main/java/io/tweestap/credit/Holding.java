package io.tweestap.credit;

import java.util.List;
import java.util.UUID;

/// The answer to the wish to set money aside for messages.
public sealed interface Holding {
  /// The tenant's messages are not paid for here.
  record NotBilled() implements Holding {}

  /// It is set aside, as part of the caller's transaction.
  ///
  /// @param entry of the ledger
  /// @param priced one for each message, in their order
  record Held(UUID entry, Money total, List<Priced> priced) implements Holding {
    public Held {
      priced = List.copyOf(priced);
    }
  }

  /// Nothing was set aside, so nothing may be sent.
  record Refused(Shortage why) implements Holding {}

  /// A message and the price of one of its parts.
  record Priced(Item item, Rate rate) {
    /// The same for nothing.
    Priced free() {
      Money nothing = new Money(0, rate.perPart().currency());
      return new Priced(item, new Rate(rate.country(), rate.network(), nothing));
    }

    /// What is set aside for it.
    public Money total() {
      return rate.perPart().times(item.parts());
    }
  }
}
