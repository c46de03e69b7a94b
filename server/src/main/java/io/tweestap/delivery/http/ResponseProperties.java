package io.tweestap.delivery.http;

import io.tweestap.delivery.FailureClass;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a provider's answer means. Statuses first, then, where `outcome` is set, a field of the
/// body. Fields are named by JSON pointers (RFC 6901), such as `/messages/0/id`.
///
/// @param success statuses that mean it has the message; empty means 200 to 299
/// @param retry statuses worth another try, besides 408, 425, 429 and 500 to 599; 401, 402, 407 and
///   503 say that the provider does not serve us at all for now
/// @param refused statuses that mean the message itself, such as a 503 for a wrong number
/// @param outcome pointer to a field that says whether it has the message, for providers that
///   answer 200 to everything
/// @param accepted values of that field that mean it has
/// @param retryOutcomes values of that field that are worth another try; any other value means no
/// @param error pointer to the provider's code for what went wrong
/// @param errors what such a code means; values of `outcome` and statuses may stand here too, and
///   what stands here counts more than all of the above
/// @param id pointer to the provider's own id of the message
/// @param parts pointer to the number of parts that it sends
/// @param price pointer to what it costs, a number or a number as text
/// @param currency pointer to the currency of the price, ISO 4217
/// @param currencyFixed the currency where the provider names none
record ResponseProperties(
    @DefaultValue Set<Integer> success,
    @DefaultValue Set<Integer> retry,
    @DefaultValue Set<Integer> refused,
    @Nullable String outcome,
    @DefaultValue Set<String> accepted,
    @DefaultValue Set<String> retryOutcomes,
    @Nullable String error,
    @DefaultValue Map<String, FailureClass> errors,
    @Nullable String id,
    @Nullable String parts,
    @Nullable String price,
    @Nullable String currency,
    @Nullable String currencyFixed) {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*)+");

  ResponseProperties {
    success = Set.copyOf(success);
    retry = Set.copyOf(retry);
    refused = Set.copyOf(refused);
    accepted = Set.copyOf(accepted);
    retryOutcomes = Set.copyOf(retryOutcomes);
    errors = Map.copyOf(errors);
    requirePointer("response.outcome", outcome);
    requirePointer("response.error", error);
    requirePointer("response.id", id);
    requirePointer("response.parts", parts);
    requirePointer("response.price", price);
    requirePointer("response.currency", currency);
    require((outcome == null) == accepted.isEmpty(), "outcome and accepted come together");
    require(
        price == null || currency != null || currencyFixed != null,
        "price needs currency or currency-fixed");
    require(
        currencyFixed == null || CURRENCY.matcher(currencyFixed).matches(),
        "currency-fixed is not three capital letters");
  }

  static void requirePointer(String key, @Nullable String pointer) {
    if (pointer != null && !POINTER.matcher(pointer).matches()) {
      throw new IllegalArgumentException(
          "tweestap.carrier.http." + key + " is not a JSON pointer such as /messages/0/id");
    }
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException("tweestap.carrier.http.response." + sentence);
    }
  }
}
