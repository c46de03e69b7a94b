package io.tweestap.client.settings;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Optional;

/// From whom messages and codes come, by country.
///
/// ```java
/// SenderRule rule =
///     tweestap.senderRules().put("US", SenderKind.NUMERIC, List.of("+12025550123"));
/// show(rule.country() + ": " + rule.senders().getFirst());
/// ```
public final class SenderRules {
  private final Http http;

  /// Made by the client.
  public SenderRules(Http http) {
    this.http = http;
  }

  /// All rules that count, those of the installation too.
  public List<SenderRule> list() {
    return http.list(Call.of(Operation.LIST_SENDER_RULES), SenderRule.class);
  }

  /// A rule that the tenant set itself. Empty when it has none for this country.
  ///
  /// @param country ISO 3166-1 alpha-2, two capital letters
  public Optional<SenderRule> find(String country) {
    return http.find(Call.of(Operation.GET_SENDER_RULE, country), SenderRule.class);
  }

  /// Sets a rule, in place of an earlier one.
  ///
  /// @param kind any but [SenderKind#REPLACED], for which there is [#replace]
  /// @param senders names or numbers; at least one where only these arrive
  public SenderRule put(String country, SenderKind kind, List<String> senders) {
    return put(country, Fields.of("kind", kind).and("senders", senders));
  }

  /// Has something else sent there, whatever is asked for.
  public SenderRule replace(String country, String replacement) {
    Fields body = Fields.of("kind", SenderKind.REPLACED).and("replacement", replacement);
    return put(country, body);
  }

  private SenderRule put(String country, Fields body) {
    return http.get(Call.of(Operation.PUT_SENDER_RULE, country).json(body), SenderRule.class);
  }

  /// From then on the rule of the installation counts, where there is one.
  ///
  /// @throws RequestRefused with `not_found` when the tenant has none for this country
  public void delete(String country) {
    http.run(Call.of(Operation.DELETE_SENDER_RULE, country));
  }
}
