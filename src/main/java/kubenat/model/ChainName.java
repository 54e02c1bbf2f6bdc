package kubenat.model;

/** A chain's name, which is unique within its table only. */
public record ChainName(TableName table, String name) {

    @Override
    public String toString() {
        return table + " " + name;
    }
}
