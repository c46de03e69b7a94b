/// The words of a message: built-in texts per language and purpose, or a tenant's template.
@NullMarked
package io.tweestap.verification.text;

import org.jspecify.annotations.NullMarked;
