package io.tweestap.risk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.risk.MessageGuard.Question;
import io.tweestap.risk.jdbc.VelocityRows.Asked;
import io.tweestap.risk.jdbc.VelocityRows.Key;
import io.tweestap.risk.rule.Kind;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What messages of applications are counted by: the block of numbers, the foreign country, the
/// tenant. Nothing, where the tenant knows the number to be safe.
@Component
class KeyMessages {
  private static final int LINE_DIGITS = 4;

  private final PhoneNumbers numbers;
  private final Vault vault;
  private final FraudSettingsOfTenants settings;
  private final RiskProperties properties;

  KeyMessages(
      PhoneNumbers numbers,
      Vault vault,
      FraudSettingsOfTenants settings,
      RiskProperties properties) {
    this.numbers = numbers;
    this.vault = vault;
    this.settings = settings;
    this.properties = properties;
  }

  /// A question with what its numbers are counted by.
  ///
  /// @param keys places of numbers in the question
  record Keyed(Question question, boolean enforce, Map<Key, List<Integer>> keys) {
    Asked asked() {
      Map<Key, Integer> messages = new HashMap<>();
      keys.forEach((key, places) -> messages.put(key, places.size()));
      return new Asked(question.tenant(), messages);
    }

    PhoneNumber first(Key key) {
      return question.to().get(keys.getOrDefault(key, List.of()).getFirst());
    }
  }

  Keyed of(Question question) {
    FraudSettings chosen = settings.of(question.tenant());
    Map<Key, List<Integer>> keys = new LinkedHashMap<>();
    if (question.real() || properties.guardSandbox()) {
      for (int i = 0; i < question.to().size(); i++) {
        PhoneNumber number = question.to().get(i);
        if (!chosen.safe().covers(number)) {
          for (Key key : keys(question.tenant(), question.ownCountry(), number)) {
            keys.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
          }
        }
      }
    }
    return new Keyed(question, chosen.messages() == FraudMode.ENFORCE, keys);
  }

  private List<Key> keys(TenantId tenant, String ownCountry, PhoneNumber number) {
    String e164 = number.e164();
    String country = numbers.country(number).orElse("ZZ");
    String block = e164.substring(0, e164.length() - LINE_DIGITS);
    List<Key> keys = new ArrayList<>();
    keys.add(
        Key.of(
            Kind.MESSAGE_PREFIX, vault.hash(HashUse.FRAUD_COUNT, tenant, block.getBytes(UTF_8))));
    if (!country.equals(ownCountry)) {
      keys.add(Key.of(Kind.MESSAGE_COUNTRY, country.getBytes(US_ASCII)));
    }
    keys.add(Key.of(Kind.MESSAGE_TENANT, new byte[0]));
    return keys;
  }
}
