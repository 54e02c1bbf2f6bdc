// One line of a dump, as iptables-save, ip6tables-save, iptables -S and the input of iptables-restore have it.
// LL(1), no actions, no predicates. What the items of a rule mean is the option table's business: see README.md.
parser grammar RuleParser;

options { tokenVocab = RuleLexer; }

line        : content EOF ;

content     : COMMENT
            | TABLE
            | CHAIN policy NUMBERS?
            | COMMIT
            | COUNTERS? command
            ;

command     : APPEND chain item*
            | INSERT chain item*
            | NEW chain
            | POLICY chain policy item*
            | FLUSH chain?
            | REMOVE chain?
            | ZERO item*
            | RENAME chain chain
            | DELETE chain item*
            | REPLACE chain item*
            ;

chain       : WORD ;
policy      : WORD | OPTION ;

item        : NOT
            | OPTION
            | word
            ;

word        : WORD | NUMBERS ;
