package io.tweestap.client.inbound;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Numbers that people write to. Whoever runs the installation gives them out.
///
/// ```java
/// OwnNumber number = tweestap.ownNumbers().put("+31850601234");
/// tweestap.ownNumbers().list().forEach(one -> show(one.number()));
/// ```
public final class OwnNumbers {
  private final Http http;

  /// Made by the client.
  public OwnNumbers(Http http) {
    this.http = http;
  }

  /// Those that the tenant was given, and those that it gives out.
  public List<OwnNumber> list() {
    return http.list(Call.of(Operation.LIST_OWN_NUMBERS), OwnNumber.class);
  }

  /// One. Empty when it is none of them.
  public Optional<OwnNumber> find(String number) {
    return http.find(Call.of(Operation.GET_OWN_NUMBER, number), OwnNumber.class);
  }

  /// Takes the messages to a number for the own tenant.
  ///
  /// @param number with `+` and country code, or 3 to 8 digits
  /// @throws RequestRefused with `name_taken` when another tenant gives it out
  public OwnNumber put(String number) {
    return put(Call.of(Operation.PUT_OWN_NUMBER, number).json(Fields.none()));
  }

  /// Gives a number to a tenant.
  ///
  /// @throws RequestRefused with `name_taken` when another tenant gives it out
  public OwnNumber put(String number, UUID tenant) {
    return put(Call.of(Operation.PUT_OWN_NUMBER, number).json(Fields.of("tenant_id", tenant)));
  }

  private OwnNumber put(Call call) {
    return http.get(call, OwnNumber.class);
  }

  /// Takes a number back.
  ///
  /// @throws RequestRefused with `not_found` when the tenant does not give it out
  public void delete(String number) {
    http.run(Call.of(Operation.DELETE_OWN_NUMBER, number));
  }
}
