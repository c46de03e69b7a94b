package io.tweestap.credit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The answer to the question what was spent.
public sealed interface UsageOutcome {
  /// @param from first day
  /// @param to last day
  /// @param zone where days begin and end
  /// @param currency empty where there never was an account
  /// @param lines by day, country and sender
  record Report(
      LocalDate from, LocalDate to, ZoneId zone, Optional<String> currency, List<UsageLine> lines)
      implements UsageOutcome {
    public Report {
      lines = List.copyOf(lines);
    }

    public long messages() {
      return lines.stream().mapToLong(UsageLine::messages).sum();
    }

    public long parts() {
      return lines.stream().mapToLong(UsageLine::parts).sum();
    }

    /// All that was spent; empty where there never was an account.
    public Optional<Money> amount() {
      long micros =
          lines.stream().mapToLong(line -> line.amount().micros()).reduce(0, Math::addExact);
      return currency.map(known -> new Money(micros, known));
    }
  }

  /// The last day is before the first, or there are too many in between.
  ///
  /// @param daysMax so many may be asked for
  record NoSuchRange(int daysMax) implements UsageOutcome {}

  /// @param linesMax so many are told
  record TooManyLines(int linesMax) implements UsageOutcome {}
}
