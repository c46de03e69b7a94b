/// A tenant's own texts for its messages.
@NullMarked
package io.tweestap.message.template;

import org.jspecify.annotations.NullMarked;
