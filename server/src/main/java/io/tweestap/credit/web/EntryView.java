package io.tweestap.credit.web;

import io.tweestap.credit.Entry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the ledger as the API shows it. The four amounts add up to zero.
///
/// @param balance what could be spent after it
record EntryView(
    UUID id,
    String kind,
    String currency,
    String available,
    String reserved,
    String spent,
    String paid,
    String balance,
    int messages,
    @Nullable String reference,
    Instant createdAt) {
  static EntryView of(Entry entry) {
    return new EntryView(
        entry.id(),
        entry.kind().text(),
        entry.balance().currency(),
        entry.available().amount(),
        entry.reserved().amount(),
        entry.spent().amount(),
        entry.paid().amount(),
        entry.balance().amount(),
        entry.messages(),
        entry.reference().orElse(null),
        entry.createdAt());
  }
}
