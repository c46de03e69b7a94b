package io.tweestap.delivery.smpp;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.smpp.LinkSettings.BindKind;
import io.tweestap.delivery.smpp.LinkSettings.Validity;
import io.tweestap.sms.Joining;
import io.tweestap.sms.Shift;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The settings of a link as plain words and numbers, each of which may be missing: what the API
/// takes and shows, and what the database keeps. Their meaning: [LinkSettings].
public record LinkFields(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable Boolean tls,
    @Nullable String sslBundle,
    @Nullable String systemId,
    @Nullable String systemType,
    @Nullable String bind,
    @Nullable Integer binds,
    @Nullable Integer window,
    @Nullable Integer rate,
    @Nullable Integer enquireEverySeconds,
    @Nullable Integer answerWithinSeconds,
    @Nullable String serviceType,
    @Nullable String joining,
    @Nullable Set<String> shifts,
    @Nullable Integer gsmCoding,
    @Nullable Boolean receipts,
    @Nullable Set<String> receiptIds,
    @Nullable String receiptZone,
    @Nullable String validity,
    @Nullable String alphanumeric,
    @Nullable String international,
    @Nullable String shortCode,
    @Nullable Map<String, String> extra,
    @Nullable Map<String, String> errors,
    @Nullable Integer rank) {

  static LinkFields of(LinkSettings link) {
    return new LinkFields(
        link.host(),
        link.port(),
        link.tls(),
        link.sslBundle(),
        link.systemId(),
        link.systemType(),
        word(link.bind()),
        link.binds(),
        link.window(),
        link.rate(),
        (int) link.enquireEvery().toSeconds(),
        (int) link.answerWithin().toSeconds(),
        link.serviceType(),
        word(link.joining()),
        words(link.shifts()),
        link.gsmCoding(),
        link.receipts(),
        words(link.receiptIds()),
        link.receiptZone().getId(),
        word(link.validity()),
        link.alphanumeric(),
        link.international(),
        link.shortCode(),
        new TreeMap<>(link.extra()),
        link.errors().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> word(entry.getValue()))),
        link.rank());
  }

  /// These settings, and those of another link where one is missing.
  ///
  /// @throws InvalidLinkException for what cannot be
  LinkSettings over(LinkSettings base) {
    return new LinkSettings(
        base.name(),
        or(host, base.host()),
        or(port, base.port()),
        or(tls, base.tls()),
        sslBundle == null ? base.sslBundle() : sslBundle.isEmpty() ? null : sslBundle,
        or(systemId, base.systemId()),
        or(systemType, base.systemType()),
        one("bind", BindKind.class, bind, base.bind()),
        or(binds, base.binds()),
        or(window, base.window()),
        or(rate, base.rate()),
        seconds(enquireEverySeconds, base.enquireEvery()),
        seconds(answerWithinSeconds, base.answerWithin()),
        or(serviceType, base.serviceType()),
        one("joining", Joining.class, joining, base.joining()),
        some("shifts", Shift.class, shifts, base.shifts()),
        or(gsmCoding, base.gsmCoding()),
        or(receipts, base.receipts()),
        some("receipt_ids", IdForm.class, receiptIds, base.receiptIds()),
        zone(receiptZone, base.receiptZone()),
        one("validity", Validity.class, validity, base.validity()),
        or(alphanumeric, base.alphanumeric()),
        or(international, base.international()),
        or(shortCode, base.shortCode()),
        or(extra, base.extra()),
        errors(errors, base.errors()),
        or(rank, base.rank()));
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }

  private static Duration seconds(@Nullable Integer given, Duration otherwise) {
    return given == null ? otherwise : Duration.ofSeconds(given);
  }

  private static ZoneId zone(@Nullable String given, ZoneId otherwise) {
    try {
      return given == null ? otherwise : ZoneId.of(given);
    } catch (DateTimeException _) {
      throw new InvalidLinkException("receipt_zone", "Give a time zone as Europe/Amsterdam or Z.");
    }
  }

  private static Map<String, FailureClass> errors(
      @Nullable Map<String, String> given, Map<String, FailureClass> otherwise) {
    if (given == null) {
      return otherwise;
    }
    return given.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> value("errors", FailureClass.class, entry.getValue())));
  }

  private static <E extends Enum<E>> E one(
      String field, Class<E> type, @Nullable String given, E otherwise) {
    return given == null ? otherwise : value(field, type, given);
  }

  private static <E extends Enum<E>> Set<E> some(
      String field, Class<E> type, @Nullable Set<String> given, Set<E> otherwise) {
    return given == null
        ? otherwise
        : given.stream()
            .map(word -> value(field, type, word))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static <E extends Enum<E>> E value(String field, Class<E> type, @Nullable String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> word(one).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new InvalidLinkException(
                field,
                "Give " + String.join(", ", words(Arrays.asList(type.getEnumConstants()))) + "."));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(Collection<? extends Enum<?>> values) {
    return values.stream().map(LinkFields::word).collect(Collectors.toCollection(TreeSet::new));
  }
}
