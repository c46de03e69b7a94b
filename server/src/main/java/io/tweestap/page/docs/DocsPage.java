package io.tweestap.page.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page shows, ready to be laid out: the template only goes through it.
record DocsPage(
    String title,
    String version,
    List<Prose.Block> introduction,
    List<Section> sections,
    List<Data> data,
    List<Trouble> troubles) {
  /// The operations of one tag.
  record Section(
      String anchor, String name, List<Prose.Block> description, List<Operation> operations) {}

  /// One method of one path, or one event that arrives at the reader's own server.
  ///
  /// @param scopes that it asks for; empty where it asks for none
  /// @param curl a command to try it with; null where the reader is the one who is called
  record Operation(
      String anchor,
      String method,
      String path,
      String summary,
      List<Prose.Block> description,
      List<String> scopes,
      List<Field> parameters,
      @Nullable Body body,
      @Nullable String curl,
      List<Response> responses) {}

  /// What is sent.
  record Body(String schema, boolean required, List<Field> fields, List<Example> examples) {}

  /// A parameter or a property.
  ///
  /// @param place `path`, `query` or `header`; empty for a property
  /// @param type what a value is; with an anchor where it is described on this page
  /// @param rules what is allowed, in words; empty when everything is
  record Field(
      String name,
      String place,
      String type,
      @Nullable String typeAnchor,
      boolean required,
      List<Prose.Block> description,
      String rules) {}

  /// What comes back with one status.
  ///
  /// @param schema name of the data; null where there is no body or the body is a problem
  /// @param problems codes that this status can stand for
  record Response(
      String status,
      String description,
      @Nullable String schema,
      List<Field> headers,
      List<String> problems,
      List<Example> examples) {}

  /// A body to look at.
  record Example(String title, String json) {}

  /// A schema with a name.
  record Data(
      String anchor,
      String name,
      List<Prose.Block> description,
      List<Field> fields,
      List<String> values) {}

  /// A problem code.
  record Trouble(
      String anchor,
      String code,
      int status,
      String meaning,
      List<Prose.Block> advice,
      String example) {}
}
