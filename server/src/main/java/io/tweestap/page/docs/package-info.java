/// The description of the API: the OpenAPI document for programs, the same as a page for people.
@NullMarked
package io.tweestap.page.docs;

import org.jspecify.annotations.NullMarked;
