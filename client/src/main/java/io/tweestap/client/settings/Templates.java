package io.tweestap.client.settings;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Texts of your own for messages with a code.
///
/// ```java
/// Template shop =
///     tweestap
///         .templates()
///         .put(
///             "shop",
///             Map.of(
///                 "nl", "{code} is je code voor {sender}.",
///                 "de", "{code} ist Ihr Code f\u00fcr {sender}.",
///                 "en", "{code} is your code for {sender}."));
/// show(shop.texts().get("en").preview());
/// ```
public final class Templates {
  private final Http http;

  /// Made by the client.
  public Templates(Http http) {
    this.http = http;
  }

  /// All of the tenant, each with a preview.
  public List<Template> list() {
    return http.list(Call.of(Operation.LIST_TEMPLATES), Template.class);
  }

  /// One. Empty when the tenant has none with this name.
  public Optional<Template> find(String name) {
    return http.find(Call.of(Operation.GET_TEMPLATE, name), Template.class);
  }

  /// Makes it, or puts new texts in the place of all its earlier ones.
  ///
  /// @param texts by language: `nl`, `de`, `en`
  /// @throws RequestRefused with `invalid_template` when a text cannot be used
  public Template put(String name, Map<String, String> texts) {
    return http.get(
        Call.of(Operation.PUT_TEMPLATE, name).json(Fields.of("texts", texts)), Template.class);
  }

  /// A verification that still uses it gets the built-in text from then on.
  ///
  /// @throws RequestRefused with `not_found` when there is none with this name
  public void delete(String name) {
    http.run(Call.of(Operation.DELETE_TEMPLATE, name));
  }
}
