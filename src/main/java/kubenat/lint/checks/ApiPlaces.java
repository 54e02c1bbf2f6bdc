package kubenat.lint.checks;

import kubenat.api.ApiPlace;
import kubenat.lint.Place;

/** Places in the listing of the API's objects. */
final class ApiPlaces {
    private ApiPlaces() {}

    /** The name of an object; its length is not known, since JSON may write a letter in several ways. */
    static Place of(ApiPlace place) {
        return Place.in(place.file(), place.line(), place.column(), 0);
    }
}
