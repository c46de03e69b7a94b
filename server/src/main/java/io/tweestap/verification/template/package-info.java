/// A tenant's own texts.
@NullMarked
package io.tweestap.verification.template;

import org.jspecify.annotations.NullMarked;
