<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en_GB">
<context>
    <name>AddColumn</name>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>There are no streams yet. A connected profile brings them.</source>
        <translation>Il n’y a pas encore de flux. Un profil connecté en apporte.</translation>
    </message>
    <message>
        <source>Or a search over all saved posts</source>
        <translation>Ou une recherche dans toutes les publications enregistrées</translation>
    </message>
    <message>
        <source>fire OR smoke -hoax network:mastodon has:media</source>
        <translation>incendie OR fumée -canular network:mastodon has:media</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n}&#x202f;s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}&#x202f;min</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{n} minute ago</source>
        <translation>il y a {n} minute</translation>
    </message>
    <message>
        <source>{n} minutes ago</source>
        <translation>il y a {n} minutes</translation>
    </message>
</context>
<context>
    <name>AskText</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Banners</source>
        <translation>Bandeaux</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Name of the new board</source>
        <translation>Nom du nouveau tableau</translation>
    </message>
    <message>
        <source>Name of this board</source>
        <translation>Nom de ce tableau</translation>
    </message>
    <message>
        <source>Title of this column</source>
        <translation>Titre de cette colonne</translation>
    </message>
    <message>
        <source>Show only posts that fit this search</source>
        <translation>N’afficher que les publications qui répondent à cette recherche</translation>
    </message>
    <message>
        <source>No saved posts are open yet</source>
        <translation>Aucune publication enregistrée n’est encore ouverte</translation>
    </message>
    <message>
        <source>Boards appear once the force’s house has been set up on this workstation.</source>
        <translation>Les tableaux apparaissent une fois les données de la police installées sur ce poste.</translation>
    </message>
    <message>
        <source>No board yet</source>
        <translation>Pas encore de tableau</translation>
    </message>
    <message>
        <source>A board holds columns of posts side by side, for one task.</source>
        <translation>Un tableau réunit des colonnes de publications côte à côte, pour une même tâche.</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Nouveau tableau</translation>
    </message>
    <message>
        <source>No column on this board yet</source>
        <translation>Pas encore de colonne sur ce tableau</translation>
    </message>
    <message>
        <source>A column shows one stream, or a search over all saved posts.</source>
        <translation>Une colonne affiche un flux, ou une recherche dans toutes les publications enregistrées.</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Nouvelle colonne</translation>
    </message>
    <message>
        <source>No streams yet</source>
        <translation>Pas encore de flux</translation>
    </message>
    <message>
        <source>Streams come with the force’s profiles. Connect the first one in Profiles: press G, then P.</source>
        <translation>Les flux viennent avec les profils de la police. Connectez le premier dans Profils&#x202f;: appuyez sur G, puis P.</translation>
    </message>
</context>
<context>
    <name>Brand</name>
    <message>
        <source>Control room · {desk}</source>
        <translation>Salle de commandement · {desk}</translation>
    </message>
    <message>
        <source>Menu of all commands</source>
        <translation>Menu de toutes les commandes</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Deleted, seen {time}</source>
        <translation>Supprimée, vu à {time}</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Sensible</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Masqué</translation>
    </message>
    <message>
        <source>ALT</source>
        <translation>ALT</translation>
    </message>
    <message>
        <source>more</source>
        <translation>suite</translation>
    </message>
    <message>
        <source>Covered by its author · O shows it</source>
        <translation>Masqué par l’auteur · O l’affiche</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
</context>
<context>
    <name>Clock</name>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>{n} new in {title}</source>
        <translation>{n} de plus dans {title}</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Rien à afficher</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
    <message>
        <source>No saved post fits. New ones that fit will appear here.</source>
        <translation>Aucune publication enregistrée ne répond. Les nouvelles qui répondent apparaîtront ici.</translation>
    </message>
    <message>
        <source>New posts of this stream will appear here.</source>
        <translation>Les nouvelles publications de ce flux apparaîtront ici.</translation>
    </message>
    <message>
        <source>read up to here</source>
        <translation>lu jusqu’ici</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} en attente</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} de plus</translation>
    </message>
    <message>
        <source>Show {text}, full stop</source>
        <translation>Afficher {text}, point</translation>
    </message>
    <message>
        <source>Show new posts  ·  .</source>
        <translation>Afficher les nouvelles publications  ·  .</translation>
    </message>
    <message>
        <source>Go on, P</source>
        <translation>Reprendre, P</translation>
    </message>
    <message>
        <source>Pause, P</source>
        <translation>Pause, P</translation>
    </message>
    <message>
        <source>More about this column</source>
        <translation>Plus sur cette colonne</translation>
    </message>
    <message>
        <source>{n} unread post</source>
        <translation>{n} publication non lue</translation>
    </message>
    <message>
        <source>{n} unread posts</source>
        <translation>{n} publications non lues</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Find a command or section</source>
        <translation>Trouver une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Filter here</source>
        <translation>Filtrer ici</translation>
    </message>
    <message>
        <source>Shortcuts here</source>
        <translation>Raccourcis d’ici</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Zone suivante</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Zone précédente</translation>
    </message>
    <message>
        <source>Close the top layer</source>
        <translation>Fermer ce qui est au-dessus</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>Fermer le poste</translation>
    </message>
    <message>
        <source>Compose</source>
        <translation>Rédiger</translation>
    </message>
    <message>
        <source>Hold all publishing</source>
        <translation>Suspendre toute publication</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>Nouveau tableau</translation>
    </message>
    <message>
        <source>Next board</source>
        <translation>Tableau suivant</translation>
    </message>
    <message>
        <source>Previous board</source>
        <translation>Tableau précédent</translation>
    </message>
    <message>
        <source>First column</source>
        <translation>Première colonne</translation>
    </message>
    <message>
        <source>Second column</source>
        <translation>Deuxième colonne</translation>
    </message>
    <message>
        <source>Third column</source>
        <translation>Troisième colonne</translation>
    </message>
    <message>
        <source>Fourth column</source>
        <translation>Quatrième colonne</translation>
    </message>
    <message>
        <source>Fifth column</source>
        <translation>Cinquième colonne</translation>
    </message>
    <message>
        <source>Sixth column</source>
        <translation>Sixième colonne</translation>
    </message>
    <message>
        <source>Seventh column</source>
        <translation>Septième colonne</translation>
    </message>
    <message>
        <source>Eighth column</source>
        <translation>Huitième colonne</translation>
    </message>
    <message>
        <source>Ninth column</source>
        <translation>Neuvième colonne</translation>
    </message>
    <message>
        <source>Rename this board</source>
        <translation>Renommer ce tableau</translation>
    </message>
    <message>
        <source>Close this board</source>
        <translation>Fermer ce tableau</translation>
    </message>
    <message>
        <source>Open again what was closed last</source>
        <translation>Rouvrir ce qui a été fermé en dernier</translation>
    </message>
    <message>
        <source>Pause all columns</source>
        <translation>Mettre toutes les colonnes en pause</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>To second screen</source>
        <translation>Vers le second écran</translation>
    </message>
    <message>
        <source>Second screen</source>
        <translation>Second écran</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Nouvelle colonne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Next post</source>
        <translation>Publication suivante</translation>
    </message>
    <message>
        <source>Previous post</source>
        <translation>Publication précédente</translation>
    </message>
    <message>
        <source>One screen down</source>
        <translation>Un écran plus bas</translation>
    </message>
    <message>
        <source>One screen up</source>
        <translation>Un écran plus haut</translation>
    </message>
    <message>
        <source>Show new posts</source>
        <translation>Afficher les nouvelles publications</translation>
    </message>
    <message>
        <source>Show what is covered</source>
        <translation>Afficher ce qui est masqué</translation>
    </message>
    <message>
        <source>Read up to here</source>
        <translation>Lu jusqu’ici</translation>
    </message>
    <message>
        <source>Column to the left</source>
        <translation>Colonne de gauche</translation>
    </message>
    <message>
        <source>Column to the right</source>
        <translation>Colonne de droite</translation>
    </message>
    <message>
        <source>Pause this column</source>
        <translation>Mettre cette colonne en pause</translation>
    </message>
    <message>
        <source>Rename this column</source>
        <translation>Renommer cette colonne</translation>
    </message>
    <message>
        <source>Filter of this column</source>
        <translation>Filtre de cette colonne</translation>
    </message>
    <message>
        <source>Move this column left</source>
        <translation>Déplacer cette colonne à gauche</translation>
    </message>
    <message>
        <source>Move this column right</source>
        <translation>Déplacer cette colonne à droite</translation>
    </message>
    <message>
        <source>Narrower column</source>
        <translation>Colonne plus étroite</translation>
    </message>
    <message>
        <source>Wider column</source>
        <translation>Colonne plus large</translation>
    </message>
    <message>
        <source>Close this column</source>
        <translation>Fermer cette colonne</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Thème sombre</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Thème clair</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Thème du système</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>language of the desk</source>
        <translation>langue du poste</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Text at 90 percent</source>
        <translation>Texte à 90&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 100 percent</source>
        <translation>Texte à 100&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 110 percent</source>
        <translation>Texte à 110&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 125 percent</source>
        <translation>Texte à 125&#x202f;%</translation>
    </message>
    <message>
        <source>Text at 150 percent</source>
        <translation>Texte à 150&#x202f;%</translation>
    </message>
    <message>
        <source>Confirm recovery key</source>
        <translation>Confirmer la clé de secours</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Folder of the databases</source>
        <translation>Dossier des bases de données</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sauvegardes</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
    <message>
        <source>The databases are not open.</source>
        <translation>Les bases de données ne sont pas ouvertes.</translation>
    </message>
    <message>
        <source>New recovery key…</source>
        <translation>Nouvelle clé de secours…</translation>
    </message>
    <message>
        <source>Confirm…</source>
        <translation>Confirmer…</translation>
    </message>
    <message>
        <source>Confirm recovery key</source>
        <translation>Confirmer la clé de secours</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sauvegarder maintenant</translation>
    </message>
    <message>
        <source>A backup is being made…</source>
        <translation>Sauvegarde en cours…</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>Pas encore de sauvegarde.</translation>
    </message>
    <message>
        <source>Last backup: {moment}</source>
        <translation>Dernière sauvegarde&#x202f;: {moment}</translation>
    </message>
    <message>
        <source>It is on paper: somebody has typed it back.</source>
        <translation>Elle est sur papier&#x202f;: quelqu’un l’a retapée.</translation>
    </message>
    <message>
        <source>Not confirmed: nobody has typed it back from paper yet.</source>
        <translation>Non confirmée&#x202f;: personne ne l’a encore retapée depuis le papier.</translation>
    </message>
    <message>
        <source>Days after which it goes</source>
        <translation>Jours de conservation</translation>
    </message>
    <message>
        <source>{kind}: days until they go</source>
        <translation>{kind}&#x202f;: jours de conservation</translation>
    </message>
    <message>
        <source>Show what would go</source>
        <translation>Montrer ce qui partirait</translation>
    </message>
    <message>
        <source>Remove now</source>
        <translation>Supprimer maintenant</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Décompte en cours…</translation>
    </message>
    <message>
        <source>{n} removed.</source>
        <translation>{n} élément supprimé.</translation>
    </message>
    <message>
        <source>{n} are removed.</source>
        <translation>{n} éléments supprimés.</translation>
    </message>
    <message>
        <source>First show what would go.</source>
        <translation>Montrez d’abord ce qui partirait.</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Publications</translation>
    </message>
    <message>
        <source>Private messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>The networks’ own records</source>
        <translation>Données brutes des réseaux</translation>
    </message>
    <message>
        <source>What is marked as kept stays.</source>
        <translation>Ce qui est marqué comme conservé reste.</translation>
    </message>
    <message>
        <source>Nothing is old enough to go.</source>
        <translation>Rien n’est assez ancien pour partir.</translation>
    </message>
    <message>
        <source>{kind}: {n}, of {oldest} to {newest}</source>
        <translation>{kind}&#x202f;: {n}, du {oldest} au {newest}</translation>
    </message>
    <message>
        <source>{done} of {total} removed</source>
        <translation>{done} sur {total} supprimés</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This did not work</source>
        <translation>Cela n’a pas fonctionné</translation>
    </message>
    <message>
        <source>The desk made a mistake ({kind}). What you wrote is kept. The details are in the log; if things look odd, close the desk and open it again.</source>
        <translation>Le poste a commis une erreur ({kind}). Ce que vous avez écrit est conservé. Les détails sont dans le journal&#x202f;; si quelque chose semble anormal, fermez le poste et rouvrez-le.</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Une erreur s’est produite dans le programme</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
</context>
<context>
    <name>Hold</name>
    <message>
        <source>Off</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>slash</source>
        <translation>barre oblique</translation>
    </message>
    <message>
        <source>question mark</source>
        <translation>point d’interrogation</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>moins</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>virgule</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Salvage what can be read?</source>
        <translation>Récupérer ce qui est lisible&#x202f;?</translation>
    </message>
    <message>
        <source>Every row that can still be read goes into a new file. The damaged file is kept in a folder beside it. This needs room for two more copies.</source>
        <translation>Chaque ligne encore lisible passe dans un nouveau fichier. Le fichier endommagé est gardé dans un dossier à côté. Il faut de la place pour deux copies de plus.</translation>
    </message>
    <message>
        <source>Salvage</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>{file} goes back to how it was when the newest sound backup was made. What came after it is lost from view; the present file is kept in a folder beside it.</source>
        <translation>{file} revient à son état lors de la dernière sauvegarde saine. Ce qui est venu après n’est plus visible&#x202f;; le fichier actuel est gardé dans un dossier à côté.</translation>
    </message>
    <message>
        <source>Restore the newest backup?</source>
        <translation>Restaurer la dernière sauvegarde&#x202f;?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Working… The desk can be closed; nothing is lost by it.</source>
        <translation>Travail en cours… Le poste peut être fermé&#x202f;; rien ne se perd.</translation>
    </message>
    <message>
        <source>Reading {file}: {share}</source>
        <translation>Lecture de {file}&#x202f;: {share}</translation>
    </message>
    <message>
        <source>A database is damaged</source>
        <translation>Une base de données est endommagée</translation>
    </message>
    <message>
        <source>The databases stay locked</source>
        <translation>Les bases de données restent verrouillées</translation>
    </message>
    <message>
        <source>This desk is open already</source>
        <translation>Ce poste est déjà ouvert</translation>
    </message>
    <message>
        <source>The databases cannot be opened</source>
        <translation>Les bases de données ne peuvent pas être ouvertes</translation>
    </message>
    <message>
        <source>Salvage saves what can still be read; a backup goes back to an earlier state. Either way the damaged file is kept.</source>
        <translation>La récupération garde ce qui est encore lisible&#x202f;; une sauvegarde ramène à un état antérieur. Dans les deux cas, le fichier endommagé est gardé.</translation>
    </message>
    <message>
        <source>Salvage…</source>
        <translation>Récupérer…</translation>
    </message>
    <message>
        <source>Restore newest backup…</source>
        <translation>Restaurer la dernière sauvegarde…</translation>
    </message>
    <message>
        <source>Use recovery key…</source>
        <translation>Utiliser la clé de secours…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Close the desk</source>
        <translation>Fermer le poste</translation>
    </message>
    <message>
        <source>Open the desk</source>
        <translation>Ouvrir le poste</translation>
    </message>
    <message>
        <source>The backup is back in place</source>
        <translation>La sauvegarde est remise en place</translation>
    </message>
    <message>
        <source>What could be read is saved</source>
        <translation>Ce qui était lisible est récupéré</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Rien n’a été modifié</translation>
    </message>
    <message>
        <source>No damaged page was found. Try to open the desk again.</source>
        <translation>Aucune page endommagée n’a été trouvée. Essayez de rouvrir le poste.</translation>
    </message>
    <message>
        <source>{file} is as it was on {when}.</source>
        <translation>{file} est tel qu’il était le {when}.</translation>
    </message>
    <message>
        <source>{n} row saved</source>
        <translation>{n} ligne récupérée</translation>
    </message>
    <message>
        <source>{n} rows saved</source>
        <translation>{n} lignes récupérées</translation>
    </message>
    <message>
        <source>an unknown number lost</source>
        <translation>un nombre inconnu perdu</translation>
    </message>
    <message>
        <source>none lost</source>
        <translation>aucune perdue</translation>
    </message>
    <message>
        <source>{n} row lost</source>
        <translation>{n} ligne perdue</translation>
    </message>
    <message>
        <source>{n} rows lost</source>
        <translation>{n} lignes perdues</translation>
    </message>
    <message>
        <source>The damaged file is kept in {folder}.</source>
        <translation>Le fichier endommagé est gardé dans {folder}.</translation>
    </message>
    <message>
        <source>The file it replaced is kept in {folder}.</source>
        <translation>Le fichier remplacé est gardé dans {folder}.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Type a command or a section</source>
        <translation>Tapez une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Find a command or section</source>
        <translation>Trouver une commande ou une rubrique</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
    <message>
        <source>No command has this name.</source>
        <translation>Aucune commande ne porte ce nom.</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>choisir</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>exécuter</translation>
    </message>
    <message>
        <source>commands only</source>
        <translation>commandes seules</translation>
    </message>
</context>
<context>
    <name>Person</name>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>One person, one desk</source>
        <translation>Une personne, un poste</translation>
    </message>
    <message>
        <source>Not possible yet: this version knows no officers.</source>
        <translation>Pas encore possible&#x202f;: cette version ne connaît pas d’agents.</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>Not part of this version yet</source>
        <translation>Pas encore dans cette version</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Shown now</source>
        <translation>Affiché</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The text is as large as it gets.</source>
        <translation>Le texte est à sa taille maximale.</translation>
    </message>
    <message>
        <source>The text is as small as it gets.</source>
        <translation>Le texte est à sa taille minimale.</translation>
    </message>
    <message>
        <source>There is nothing to filter on this page.</source>
        <translation>Il n’y a rien à filtrer sur cette page.</translation>
    </message>
    <message>
        <source>There is no other board.</source>
        <translation>Il n’y a pas d’autre tableau.</translation>
    </message>
    <message>
        <source>Not possible yet: this version publishes nothing.</source>
        <translation>Pas encore possible&#x202f;: cette version ne publie rien.</translation>
    </message>
    <message>
        <source>Nothing to hold yet: this version publishes nothing.</source>
        <translation>Rien à suspendre&#x202f;: cette version ne publie rien.</translation>
    </message>
    <message>
        <source>No notices yet: this version watches no network.</source>
        <translation>Pas encore d’avis&#x202f;: cette version ne surveille aucun réseau.</translation>
    </message>
    <message>
        <source>Not possible yet: no saved posts are open.</source>
        <translation>Pas encore possible&#x202f;: aucune publication enregistrée n’est ouverte.</translation>
    </message>
    <message>
        <source>Not possible yet: there is no board.</source>
        <translation>Pas encore possible&#x202f;: il n’y a pas de tableau.</translation>
    </message>
    <message>
        <source>Not possible yet: this board has no column.</source>
        <translation>Pas encore possible&#x202f;: ce tableau n’a pas de colonne.</translation>
    </message>
    <message>
        <source>Nothing was closed since the desk was opened.</source>
        <translation>Rien n’a été fermé depuis l’ouverture du poste.</translation>
    </message>
    <message>
        <source>Possible only while the board is shown.</source>
        <translation>Possible seulement quand le tableau est affiché.</translation>
    </message>
    <message>
        <source>Not possible yet: the desk has a single window.</source>
        <translation>Pas encore possible&#x202f;: le poste n’a qu’une fenêtre.</translation>
    </message>
    <message>
        <source>The databases are not open.</source>
        <translation>Les bases de données ne sont pas ouvertes.</translation>
    </message>
    <message>
        <source>It is confirmed; a new one is made in Settings.</source>
        <translation>Elle est confirmée&#x202f;; une nouvelle se crée dans les Réglages.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Recovery key, eight groups of five characters</source>
        <translation>Clé de secours, huit groupes de cinq caractères</translation>
    </message>
    <message>
        <source>Group {number}: {letters}</source>
        <translation>Groupe {number}&#x202f;: {letters}</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de secours</translation>
    </message>
    <message>
        <source>Note the recovery key on paper</source>
        <translation>Notez la clé de secours sur papier</translation>
    </message>
    <message>
        <source>The databases are encrypted, and their key is in this computer’s keychain. If the keychain is ever lost, only this recovery key opens them again. It is shown once: write it down, keep the paper where you keep keys, and let nobody photograph it.</source>
        <translation>Les bases de données sont chiffrées et leur clé se trouve dans le trousseau de cet ordinateur. Si le trousseau est perdu, seule cette clé de secours les rouvre. Elle n’est montrée qu’une fois&#x202f;: notez-la, rangez le papier là où vous gardez les clés et ne laissez personne le photographier.</translation>
    </message>
    <message>
        <source>Type the recovery key from the paper</source>
        <translation>Tapez la clé de secours depuis le papier</translation>
    </message>
    <message>
        <source>This makes sure that the paper is right. Capitals, spaces and dashes do not matter; O counts as 0, and I and L as 1.</source>
        <translation>Cela garantit que le papier est juste. Majuscules, espaces et tirets n’importent pas&#x202f;; O compte pour 0, I et L pour 1.</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Je l’ai notée</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>La remontrer</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>En créer une nouvelle…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Make a new recovery key?</source>
        <translation>Créer une nouvelle clé de secours&#x202f;?</translation>
    </message>
    <message>
        <source>The recovery key on older paper then opens this desk no more; it still opens the backups made before today’s change. The new one is shown once.</source>
        <translation>La clé notée auparavant n’ouvrira plus ce poste&#x202f;; elle ouvre encore les sauvegardes faites avant ce changement. La nouvelle n’est montrée qu’une fois.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Créer une nouvelle clé</translation>
    </message>
    <message>
        <source>The recovery key is confirmed.</source>
        <translation>La clé de secours est confirmée.</translation>
    </message>
    <message>
        <source>No new key was made</source>
        <translation>Aucune nouvelle clé n’a été créée</translation>
    </message>
    <message>
        <source>Recovery key not confirmed</source>
        <translation>Clé de secours non confirmée</translation>
    </message>
    <message>
        <source>Nobody has typed the recovery key back from paper yet.</source>
        <translation>Personne n’a encore retapé la clé de secours depuis le papier.</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>No backup: {reason}</source>
        <translation>Pas de sauvegarde&#x202f;: {reason}</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Type a command or a section</source>
        <translation>Tapez une commande ou une rubrique</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Columns of posts side by side, each a stream of mentions, comments, messages or searches. New posts wait above what is being read, which never moves.</source>
        <translation>Des colonnes de publications côte à côte, chacune un flux de mentions, de commentaires, de messages ou de recherches. Les nouvelles attendent au-dessus de ce qu’on lit, qui ne bouge jamais.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>À traiter</translation>
    </message>
    <message>
        <source>One queue of conversations with the time left to reply. Words that mean a risk to life put a conversation first.</source>
        <translation>Une seule file de conversations, avec le temps qui reste pour répondre. Des mots qui évoquent un danger de mort font passer une conversation en tête.</translation>
    </message>
    <message>
        <source>Planner</source>
        <translation>Planning</translation>
    </message>
    <message>
        <source>Drafts and scheduled, held, sent and failed posts, by time. Nothing that is late goes out by itself.</source>
        <translation>Les brouillons et les publications programmées, suspendues, envoyées ou échouées, dans l’ordre du temps. Rien de ce qui est en retard ne part tout seul.</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>What waits for your decision, soonest first, with what changed since you last looked. No one approves their own post.</source>
        <translation>Ce qui attend votre décision, le plus urgent d’abord, avec ce qui a changé depuis votre dernier passage. Personne ne valide sa propre publication.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Incident mode: the log, what we know and have said, promised updates, actions and rumours.</source>
        <translation>Le mode incident&#x202f;: la main courante, ce que nous savons et avons dit, les points promis, les actions et les rumeurs.</translation>
    </message>
    <message>
        <source>Appeals</source>
        <translation>Appels</translation>
    </message>
    <message>
        <source>Appeals for missing people, suspects, witnesses and property, and the tips they bring. An appeal closes when its last post is gone.</source>
        <translation>Les appels pour des disparus, des suspects, des témoins ou des biens, et les renseignements qu’ils apportent. Un appel se clôt quand sa dernière publication a disparu.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Search of every conversation kept here, edited and deleted versions included, and export as evidence. It works without a network.</source>
        <translation>La recherche dans toutes les conversations conservées ici, versions modifiées et supprimées comprises, et l’export comme preuve. Elle fonctionne sans réseau.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>The force’s accounts: their health, the officers and what each may do, and how much of each network’s allowance is left.</source>
        <translation>Les comptes du service&#x202f;: leur état, les agents et ce que chacun peut faire, et ce qui reste du quota de chaque réseau.</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Training against simulated networks with a clock of its own. Nothing leaves the building.</source>
        <translation>L’entraînement sur des réseaux simulés, avec une horloge à part. Rien ne sort du bâtiment.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>How this desk looks and speaks.</source>
        <translation>L’aspect et la langue de ce poste.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Name of the force</source>
        <translation>Nom du service</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>Nom de ce poste</translation>
    </message>
    <message>
        <source>Reduce motion: layers appear without a fade</source>
        <translation>Réduire les animations&#x202f;: tout apparaît sans fondu</translation>
    </message>
    <message>
        <source>Single keys: C, / and G act outside text fields</source>
        <translation>Touches simples&#x202f;: C, / et G agissent hors des champs de texte</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>Filtrer les raccourcis</translation>
    </message>
    <message>
        <source>Close, Esc</source>
        <translation>Fermer, Échap</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Unread.</source>
        <translation>Non lue.</translation>
    </message>
    <message>
        <source>Ours.</source>
        <translation>De nous.</translation>
    </message>
    <message>
        <source>Covered: {warning}.</source>
        <translation>Masqué&#x202f;: {warning}.</translation>
    </message>
    <message>
        <source>{name} on {network}, through {profile}, {when}:</source>
        <translation>{name} sur {network}, par {profile}, {when}&#x202f;:</translation>
    </message>
    <message>
        <source>{name} on {network}, {when}:</source>
        <translation>{name} sur {network}, {when}&#x202f;:</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>{n} photo</source>
        <translation>{n} photo</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>{n} photos</translation>
    </message>
    <message>
        <source>{n} video</source>
        <translation>{n} vidéo</translation>
    </message>
    <message>
        <source>{n} videos</source>
        <translation>{n} vidéos</translation>
    </message>
    <message>
        <source>{n} attachment</source>
        <translation>{n} pièce jointe</translation>
    </message>
    <message>
        <source>{n} attachments</source>
        <translation>{n} pièces jointes</translation>
    </message>
    <message>
        <source>Private.</source>
        <translation>Privé.</translation>
    </message>
    <message>
        <source>{n} reply</source>
        <translation>{n} réponse</translation>
    </message>
    <message>
        <source>{n} replies</source>
        <translation>{n} réponses</translation>
    </message>
    <message>
        <source>{n} repost</source>
        <translation>{n} partage</translation>
    </message>
    <message>
        <source>{n} reposts</source>
        <translation>{n} partages</translation>
    </message>
    <message>
        <source>{n} like</source>
        <translation>{n} mention j’aime</translation>
    </message>
    <message>
        <source>{n} likes</source>
        <translation>{n} mentions j’aime</translation>
    </message>
    <message>
        <source>{n} view</source>
        <translation>{n} vue</translation>
    </message>
    <message>
        <source>{n} views</source>
        <translation>{n} vues</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>The sign-in has expired. Sign in again in Profiles.</source>
        <translation>La connexion a expiré. Reconnectez-vous dans Profils.</translation>
    </message>
    <message>
        <source>The network does not allow this reading to the profile that asks for it.</source>
        <translation>Le réseau n’autorise pas cette lecture au profil qui la demande.</translation>
    </message>
    <message>
        <source>The network does not know what is asked for any more.</source>
        <translation>Le réseau ne connaît plus ce qui est demandé.</translation>
    </message>
    <message>
        <source>The network answers in a way that cannot be read.</source>
        <translation>La réponse du réseau est illisible.</translation>
    </message>
    <message>
        <source>Saved posts</source>
        <translation>Publications enregistrées</translation>
    </message>
    <message>
        <source>Waiting for the first read</source>
        <translation>En attente de la première lecture</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}&#x202f;min</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>This stream has been removed.</source>
        <translation>Ce flux a été retiré.</translation>
    </message>
    <message>
        <source>Close the column, or choose another stream for a new one.</source>
        <translation>Fermez la colonne, ou choisissez un autre flux pour une nouvelle.</translation>
    </message>
    <message>
        <source>Cannot read</source>
        <translation>Lecture impossible</translation>
    </message>
    <message>
        <source>Slowed</source>
        <translation>Ralenti</translation>
    </message>
    <message>
        <source>The network cannot be reached.</source>
        <translation>Le réseau est injoignable.</translation>
    </message>
    <message>
        <source>You see posts saved on this workstation. New ones come once it is back.</source>
        <translation>Vous voyez les publications enregistrées sur ce poste. Les nouvelles viendront à son retour.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Cannot read this stream.</source>
        <translation>Ce flux ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Cannot read {n} part of this stream.</source>
        <translation>{n} partie de ce flux ne peut pas être lue.</translation>
    </message>
    <message>
        <source>Cannot read {n} parts of this stream.</source>
        <translation>{n} parties de ce flux ne peuvent pas être lues.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>{n} profile</source>
        <translation>{n} profil</translation>
    </message>
    <message>
        <source>{n} profiles</source>
        <translation>{n} profils</translation>
    </message>
    <message>
        <source>saved up to {time}</source>
        <translation>enregistré jusqu’à {time}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Status bar</source>
        <translation>Barre d’état</translation>
    </message>
    <message>
        <source>No network connected yet</source>
        <translation>Aucun réseau connecté pour l’instant</translation>
    </message>
    <message>
        <source>Cache {n} post</source>
        <translation>Cache&#x202f;: {n} publication</translation>
    </message>
    <message>
        <source>Cache {n} posts</source>
        <translation>Cache&#x202f;: {n} publications</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Theme: {now}</source>
        <translation>Thème&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Text size: {now}</source>
        <translation>Taille du texte&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Language: {now}</source>
        <translation>Langue&#x202f;: {now}</translation>
    </message>
    <message>
        <source>Press for: {other}</source>
        <translation>Passer à&#x202f;: {other}</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>{n} unread post</source>
        <translation>{n} publication non lue</translation>
    </message>
    <message>
        <source>{n} unread posts</source>
        <translation>{n} publications non lues</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>No boards yet. + adds the first one.</source>
        <translation>Pas encore de tableau. + ajoute le premier.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Top bar</source>
        <translation>Barre du haut</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Settings not saved</source>
        <translation>Réglages non enregistrés</translation>
    </message>
    <message>
        <source>{n} setting could not be read</source>
        <translation>{n} réglage illisible</translation>
    </message>
    <message>
        <source>{n} settings could not be read</source>
        <translation>{n} réglages illisibles</translation>
    </message>
    <message>
        <source>Reading the networks stopped</source>
        <translation>La lecture des réseaux s’est arrêtée</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A minus belongs right before what it excludes.</source>
        <translation>Un signe moins se place juste devant ce qu’il exclut.</translation>
    </message>
    <message>
        <source>A parenthesis is closed that was never opened.</source>
        <translation>Une parenthèse se ferme sans avoir été ouverte.</translation>
    </message>
    <message>
        <source>A parenthesis is never closed.</source>
        <translation>Une parenthèse n’est jamais fermée.</translation>
    </message>
    <message>
        <source>A quotation mark is never closed.</source>
        <translation>Un guillemet n’est jamais fermé.</translation>
    </message>
    <message>
        <source>A star needs the beginning of a word before it.</source>
        <translation>Une étoile doit suivre le début d’un mot.</translation>
    </message>
    <message>
        <source>Another Control Room process is setting up the key of {folder}.</source>
        <translation>Un autre processus de Control Room prépare la clé de {folder}.</translation>
    </message>
    <message>
        <source>Ask for read access to it, or check the disk; no new key was made.</source>
        <translation>Demandez le droit de le lire ou vérifiez le disque&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Ask for write access to it, or choose another folder.</source>
        <translation>Demandez le droit d’y écrire ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Ask for write access to its folder, then start again.</source>
        <translation>Demandez le droit d’écrire dans son dossier, puis relancez.</translation>
    </message>
    <message>
        <source>Bring back {was}, or open with the recovery key to keep it in {now}.</source>
        <translation>Rétablissez {was}, ou ouvrez avec la clé de secours pour la garder dans {now}.</translation>
    </message>
    <message>
        <source>Check the access rights of its folder and the free space, then try again.</source>
        <translation>Vérifiez les droits du dossier et l’espace libre, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the disk; restore the newest backup if this comes back.</source>
        <translation>Vérifiez le disque&#x202f;; si cela revient, restaurez la dernière sauvegarde.</translation>
    </message>
    <message>
        <source>Check the free space and the access rights of its folder, then try again.</source>
        <translation>Vérifiez l’espace libre et les droits du dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>Check the keychain; nothing was set up.</source>
        <translation>Vérifiez le trousseau&#x202f;; rien n’a été mis en place.</translation>
    </message>
    <message>
        <source>Check the profile, list or address in the stream.</source>
        <translation>Vérifiez le profil, la liste ou l’adresse du flux.</translation>
    </message>
    <message>
        <source>Choose a folder on a disk of this computer.</source>
        <translation>Choisissez un dossier sur un disque de cet ordinateur.</translation>
    </message>
    <message>
        <source>Choose a folder that is not synced.</source>
        <translation>Choisissez un dossier qui n’est pas synchronisé.</translation>
    </message>
    <message>
        <source>Choose an empty folder for what is saved.</source>
        <translation>Choisissez un dossier vide pour ce qui est sauvé.</translation>
    </message>
    <message>
        <source>Choose one of the dated folders below the folder of the backups.</source>
        <translation>Choisissez un des dossiers datés sous le dossier des sauvegardes.</translation>
    </message>
    <message>
        <source>Close every Control Room window that uses it, then try again.</source>
        <translation>Fermez toutes les fenêtres de Control Room qui s’en servent, puis réessayez.</translation>
    </message>
    <message>
        <source>Close it behind the last word of the phrase.</source>
        <translation>Fermez-le après le dernier mot de l’expression.</translation>
    </message>
    <message>
        <source>Close it, or take it away.</source>
        <translation>Fermez-la ou retirez-la.</translation>
    </message>
    <message>
        <source>Close the gap, as in -hoax, or take the minus away.</source>
        <translation>Supprimez l’espace, comme dans -canular, ou retirez le signe moins.</translation>
    </message>
    <message>
        <source>Compare that group with the printed key.</source>
        <translation>Comparez ce groupe à la clé imprimée.</translation>
    </message>
    <message>
        <source>Connect the profile again and allow reading, or ask the owner of the account.</source>
        <translation>Reconnectez le profil en autorisant la lecture, ou demandez au titulaire du compte.</translation>
    </message>
    <message>
        <source>Connect the profile again.</source>
        <translation>Reconnectez le profil.</translation>
    </message>
    <message>
        <source>Control Room is already running on {folder} (process {pid}).</source>
        <translation>Control Room est déjà ouvert sur {folder} (processus {pid}).</translation>
    </message>
    <message>
        <source>Delete it and type it again.</source>
        <translation>Effacez-le et tapez-le à nouveau.</translation>
    </message>
    <message>
        <source>Did you mean “{guess}:”? To search for the text itself, put it in quotation marks.</source>
        <translation>Vouliez-vous dire «&#x202f;{guess}:&#x202f;»&#x202f;? Pour chercher le texte lui-même, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>Free some space; nothing that was saved is lost and reading goes on.</source>
        <translation>Libérez de l’espace&#x202f;; rien de ce qui est enregistré n’est perdu et la lecture continue.</translation>
    </message>
    <message>
        <source>If it has moved, connect it again under its new address.</source>
        <translation>S’il a déménagé, reconnectez-le à sa nouvelle adresse.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Installez la version plus récente.</translation>
    </message>
    <message>
        <source>It is tried again later; if this stays, tell the network&apos;s support.</source>
        <translation>Un nouvel essai aura lieu plus tard&#x202f;; si cela dure, prévenez l’assistance du réseau.</translation>
    </message>
    <message>
        <source>It knows {values}.</source>
        <translation>Il connaît {values}.</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>N’en gardez qu’un.</translation>
    </message>
    <message>
        <source>Look for the recovery key that was noted for {folder}.</source>
        <translation>Cherchez la clé de secours notée pour {folder}.</translation>
    </message>
    <message>
        <source>More than {limit} parentheses stand inside each other.</source>
        <translation>Plus de {limit} parenthèses sont imbriquées.</translation>
    </message>
    <message>
        <source>Move it away, or choose another data folder.</source>
        <translation>Déplacez-le ou choisissez un autre dossier de données.</translation>
    </message>
    <message>
        <source>No desk was opened with the data folder {folder} yet.</source>
        <translation>Aucun poste n’a encore été ouvert avec le dossier de données {folder}.</translation>
    </message>
    <message>
        <source>Nothing could be read of {path}.</source>
        <translation>Rien n’a pu être lu de {path}.</translation>
    </message>
    <message>
        <source>Nothing stands behind “{name}:”.</source>
        <translation>Rien ne suit «&#x202f;{name}:&#x202f;».</translation>
    </message>
    <message>
        <source>One character of the search is damaged.</source>
        <translation>Un caractère de la recherche est endommagé.</translation>
    </message>
    <message>
        <source>Open with the recovery key.</source>
        <translation>Ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Open with the recovery key; the databases were left as they are.</source>
        <translation>Ouvrez avec la clé de secours&#x202f;; les bases de données sont restées telles quelles.</translation>
    </message>
    <message>
        <source>Put it back from a backup; no new key was made.</source>
        <translation>Remettez-le depuis une sauvegarde&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Put keys.json back from a backup; no new key was made.</source>
        <translation>Remettez keys.json depuis une sauvegarde&#x202f;; aucune nouvelle clé n’a été créée.</translation>
    </message>
    <message>
        <source>Reading goes on by itself then.</source>
        <translation>La lecture reprend alors d’elle-même.</translation>
    </message>
    <message>
        <source>Reading goes on by itself when it does.</source>
        <translation>La lecture reprend d’elle-même dès qu’il répond.</translation>
    </message>
    <message>
        <source>Reading {host} was broken off.</source>
        <translation>La lecture de {host} a été interrompue.</translation>
    </message>
    <message>
        <source>Restore the newest backup; the damaged file was left as it is.</source>
        <translation>Restaurez la dernière sauvegarde&#x202f;; le fichier endommagé est resté tel quel.</translation>
    </message>
    <message>
        <source>Run “controlroom restore” to go back to a backup, or salvage what can be read.</source>
        <translation>Lancez «&#x202f;controlroom restore&#x202f;» pour revenir à une sauvegarde, ou sauvez ce qui est lisible.</translation>
    </message>
    <message>
        <source>Salvage what can be read of the damaged file.</source>
        <translation>Récupérez ce qui est lisible du fichier endommagé.</translation>
    </message>
    <message>
        <source>Shorten it, or make two searches of it.</source>
        <translation>Raccourcissez-la ou faites-en deux recherches.</translation>
    </message>
    <message>
        <source>Sign in again to what it belongs to.</source>
        <translation>Reconnectez-vous à ce dont il dépend.</translation>
    </message>
    <message>
        <source>Sign in to a desktop with GNOME Keyring or KWallet and try again, or open with the recovery key.</source>
        <translation>Ouvrez une session avec GNOME Keyring ou KWallet et réessayez, ou ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Signs and emoji alone cannot be searched; add a word.</source>
        <translation>Des signes ou des emoji seuls ne se cherchent pas&#x202f;; ajoutez un mot.</translation>
    </message>
    <message>
        <source>Something outside the program went wrong.</source>
        <translation>Quelque chose a échoué en dehors du programme.</translation>
    </message>
    <message>
        <source>Start GNOME Keyring or KWallet, or remove {found}; then try again.</source>
        <translation>Lancez GNOME Keyring ou KWallet, ou retirez {found}&#x202f;; puis réessayez.</translation>
    </message>
    <message>
        <source>Start the desk once, or name its folder with --data-dir.</source>
        <translation>Lancez le poste une fois, ou indiquez son dossier avec --data-dir.</translation>
    </message>
    <message>
        <source>Start the desk once, or name the right data folder.</source>
        <translation>Lancez le poste une fois, ou indiquez le bon dossier de données.</translation>
    </message>
    <message>
        <source>Start the desk once, or restore a backup.</source>
        <translation>Lancez le poste une fois, ou restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>Take it away, or open it earlier.</source>
        <translation>Retirez-la ou ouvrez-la plus tôt.</translation>
    </message>
    <message>
        <source>Take some away.</source>
        <translation>Retirez-en quelques-unes.</translation>
    </message>
    <message>
        <source>Take “{name}:” out of OR, NOT and the minus.</source>
        <translation>Sortez «&#x202f;{name}:&#x202f;» des OR, NOT et du signe moins.</translation>
    </message>
    <message>
        <source>The backup in {folder} is not sound: {reason}.</source>
        <translation>La sauvegarde dans {folder} n’est pas saine&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The change holds until the desk is closed. Check the disk and the folder&apos;s rights.</source>
        <translation>Le changement vaut jusqu’à la fermeture du poste. Vérifiez le disque et les droits du dossier.</translation>
    </message>
    <message>
        <source>The disk answered with an error while {path} was used; the last change is not saved.</source>
        <translation>Le disque a signalé une erreur pendant l’usage de {path}&#x202f;; le dernier changement n’est pas enregistré.</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written.</source>
        <translation>Le disque est plein&#x202f;: {path} n’a pas pu être écrit.</translation>
    </message>
    <message>
        <source>The filters are {names}. To search for the text itself, put it in quotation marks.</source>
        <translation>Les filtres sont {names}. Pour chercher le texte lui-même, mettez-le entre guillemets.</translation>
    </message>
    <message>
        <source>The key in the keychain is not the key of {folder}: it was altered.</source>
        <translation>La clé du trousseau n’est pas celle de {folder}&#x202f;: elle a été modifiée.</translation>
    </message>
    <message>
        <source>The key is kept in {was}, but this computer now offers {now}.</source>
        <translation>La clé est gardée dans {was}, mais cet ordinateur propose maintenant {now}.</translation>
    </message>
    <message>
        <source>The keychain accepted a key but did not give it back.</source>
        <translation>Le trousseau a accepté une clé mais ne l’a pas rendue.</translation>
    </message>
    <message>
        <source>The keychain did not answer as it should ({kind}).</source>
        <translation>Le trousseau n’a pas répondu comme il le devrait ({kind}).</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Le trousseau est verrouillé.</translation>
    </message>
    <message>
        <source>The keychain is open but no longer holds the key of {folder}.</source>
        <translation>Le trousseau est ouvert mais ne contient plus la clé de {folder}.</translation>
    </message>
    <message>
        <source>The keychain&apos;s entry {name} was altered and cannot be used.</source>
        <translation>L’entrée {name} du trousseau a été modifiée et ne peut pas servir.</translation>
    </message>
    <message>
        <source>The only key store on this computer is {found}, which does not protect secrets.</source>
        <translation>Le seul coffre à clés de cet ordinateur est {found}, qui ne protège pas les secrets.</translation>
    </message>
    <message>
        <source>The recovery key has {wanted} characters, but {given} were typed.</source>
        <translation>La clé de secours a {wanted} caractères, mais {given} ont été tapés.</translation>
    </message>
    <message>
        <source>The search cannot be read.</source>
        <translation>La recherche est illisible.</translation>
    </message>
    <message>
        <source>The search is longer than {limit} characters.</source>
        <translation>La recherche dépasse {limit} caractères.</translation>
    </message>
    <message>
        <source>The settings could not be saved in {folder}: {reason}.</source>
        <translation>Les réglages n’ont pas pu être enregistrés dans {folder}&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>There is a typing mistake in group {group} of the recovery key.</source>
        <translation>Il y a une faute de frappe dans le groupe {group} de la clé de secours.</translation>
    </message>
    <message>
        <source>There is no filter “{name}:”.</source>
        <translation>Il n’y a pas de filtre «&#x202f;{name}:&#x202f;».</translation>
    </message>
    <message>
        <source>There is no sound backup of {name} in {folder}.</source>
        <translation>Il n’y a pas de sauvegarde saine de {name} dans {folder}.</translation>
    </message>
    <message>
        <source>There is nothing between the parentheses.</source>
        <translation>Il n’y a rien entre les parenthèses.</translation>
    </message>
    <message>
        <source>There is nothing to back up in {folder}.</source>
        <translation>Il n’y a rien à sauvegarder dans {folder}.</translation>
    </message>
    <message>
        <source>This computer offers no keychain, so the key of the databases cannot be read.</source>
        <translation>Cet ordinateur n’a pas de trousseau&#x202f;: la clé des bases de données est illisible.</translation>
    </message>
    <message>
        <source>This recovery key is typed correctly but belongs to another workstation.</source>
        <translation>Cette clé de secours est bien tapée mais appartient à un autre poste.</translation>
    </message>
    <message>
        <source>Try again; if this stays, restart the keychain service or open with the recovery key.</source>
        <translation>Réessayez&#x202f;; si cela dure, relancez le service du trousseau ou ouvrez avec la clé de secours.</translation>
    </message>
    <message>
        <source>Type all groups of the printed key.</source>
        <translation>Tapez tous les groupes de la clé imprimée.</translation>
    </message>
    <message>
        <source>Unlock it, then try again; nothing was changed.</source>
        <translation>Déverrouillez-le, puis réessayez&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>Use another backup; this one was left as it is.</source>
        <translation>Utilisez une autre sauvegarde&#x202f;; celle-ci est restée telle quelle.</translation>
    </message>
    <message>
        <source>Use its https address.</source>
        <translation>Utilisez son adresse https.</translation>
    </message>
    <message>
        <source>Use that window, or close it first.</source>
        <translation>Servez-vous de cette fenêtre-là, ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>Use the recovery key of the workstation that made it.</source>
        <translation>Utilisez la clé de secours du poste qui l’a créé.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Attendez un instant et réessayez.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Attendez qu’il ait terminé, puis réessayez.</translation>
    </message>
    <message>
        <source>Write a date (2026-05-14), a date and time (2026-05-14T18:30) or an age (2h, 7d).</source>
        <translation>Écrivez une date (2026-05-14), une date et une heure (2026-05-14T18:30) ou un âge (2h, 7d).</translation>
    </message>
    <message>
        <source>Write a word between them, or take them away.</source>
        <translation>Écrivez un mot entre elles ou retirez-les.</translation>
    </message>
    <message>
        <source>Write a word on each side of OR and AND, and one behind NOT.</source>
        <translation>Écrivez un mot de chaque côté de OR et AND, et un après NOT.</translation>
    </message>
    <message>
        <source>Write it as in incen*.</source>
        <translation>Écrivez-la comme dans incen*.</translation>
    </message>
    <message>
        <source>Write the value right behind the colon, without a gap.</source>
        <translation>Écrivez la valeur juste après les deux-points, sans espace.</translation>
    </message>
    <message>
        <source>since: and until: apply to the whole search.</source>
        <translation>since: et until: valent pour toute la recherche.</translation>
    </message>
    <message>
        <source>{folder} holds databases but not the file keys.json that belongs to them.</source>
        <translation>{folder} contient des bases de données mais pas le fichier keys.json qui leur appartient.</translation>
    </message>
    <message>
        <source>{folder} is not a whole backup of Control Room ({reason}).</source>
        <translation>{folder} n’est pas une sauvegarde complète de Control Room ({reason}).</translation>
    </message>
    <message>
        <source>{host} allows no more reads before {resets_at:%H:%M:%S} UTC.</source>
        <translation>{host} n’autorise plus de lecture avant {resets_at:%H:%M:%S} UTC.</translation>
    </message>
    <message>
        <source>{host} can only be read over https.</source>
        <translation>{host} ne peut être lu qu’en https.</translation>
    </message>
    <message>
        <source>{host} does not answer ({reason}).</source>
        <translation>{host} ne répond pas ({reason}).</translation>
    </message>
    <message>
        <source>{host} does not know what was asked for.</source>
        <translation>{host} ne connaît pas ce qui a été demandé.</translation>
    </message>
    <message>
        <source>{host} does not let this profile read that.</source>
        <translation>{host} n’autorise pas ce profil à lire cela.</translation>
    </message>
    <message>
        <source>{host} no longer accepts this profile&apos;s sign-in.</source>
        <translation>{host} n’accepte plus la connexion de ce profil.</translation>
    </message>
    <message>
        <source>{host} points to {target}, which was not followed.</source>
        <translation>{host} renvoie vers {target}, qui n’a pas été suivi.</translation>
    </message>
    <message>
        <source>{host} sent something that cannot be read ({reason}).</source>
        <translation>{host} a envoyé quelque chose d’illisible ({reason}).</translation>
    </message>
    <message>
        <source>{name} in {folder} is open in another process.</source>
        <translation>{name} dans {folder} est ouvert par un autre processus.</translation>
    </message>
    <message>
        <source>{path} can be read but not written.</source>
        <translation>{path} peut être lu mais pas écrit.</translation>
    </message>
    <message>
        <source>{path} cannot be locked ({reason}).</source>
        <translation>{path} ne peut pas être verrouillé ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}).</source>
        <translation>{path} ne peut pas être écrit ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>{path} does not open with this key and was left as it is.</source>
        <translation>{path} ne s’ouvre pas avec cette clé et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} is already there and was left as it is.</source>
        <translation>{path} existe déjà et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} is being written by another process.</source>
        <translation>{path} est en cours d’écriture par un autre processus.</translation>
    </message>
    <message>
        <source>{path} is copied elsewhere by {by}, which can damage a database.</source>
        <translation>{path} est copié ailleurs par {by}, ce qui peut endommager une base de données.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} est endommagé.</translation>
    </message>
    <message>
        <source>{path} is not there yet.</source>
        <translation>{path} n’existe pas encore.</translation>
    </message>
    <message>
        <source>{path} is on a network drive ({by}), where a database can be damaged.</source>
        <translation>{path} est sur un lecteur réseau ({by}), où une base de données peut être endommagée.</translation>
    </message>
    <message>
        <source>{path} was made by another program and was left as it is.</source>
        <translation>{path} a été créé par un autre programme et est resté tel quel.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Control Room and was left as it is.</source>
        <translation>{path} a été écrit par une version plus récente de Control Room et est resté tel quel.</translation>
    </message>
    <message>
        <source>“{name}:” does not know “{value}”.</source>
        <translation>«&#x202f;{name}:&#x202f;» ne connaît pas «&#x202f;{value}&#x202f;».</translation>
    </message>
    <message>
        <source>“{name}:” is given twice.</source>
        <translation>«&#x202f;{name}:&#x202f;» est donné deux fois.</translation>
    </message>
    <message>
        <source>“{operator}” stands alone.</source>
        <translation>«&#x202f;{operator}&#x202f;» est seul.</translation>
    </message>
    <message>
        <source>“{text}” has no letter and no digit.</source>
        <translation>«&#x202f;{text}&#x202f;» n’a ni lettre ni chiffre.</translation>
    </message>
    <message>
        <source>“{value}” is not a time.</source>
        <translation>«&#x202f;{value}&#x202f;» n’est pas une date.</translation>
    </message>
</context>
</TS>
