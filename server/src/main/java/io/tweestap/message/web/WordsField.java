package io.tweestap.message.web;

import io.tweestap.message.NewBatch;
import io.tweestap.message.NewBatch.Words;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MessageFields;
import org.jspecify.annotations.Nullable;

/// What a request says is to be sent: a text or the name of a template, never both.
final class WordsField {
  private WordsField() {}

  static Words read(@Nullable String text, @Nullable String template) {
    if (template == null) {
      return new Words.Text(TextField.readToSend("text", text, NewBatch.TEXT_MAX));
    }
    if (text != null) {
      throw Fields.invalid("template", "goes without a text beside it");
    }
    return new Words.Template(MessageFields.template(template));
  }
}
